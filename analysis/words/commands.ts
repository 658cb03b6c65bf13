/**
 * What the commands around experiments say, in both languages.
 * @module
 */
import type { Language } from './language.ts'

const en = {
  question: 'question',
  extends: 'extends',
  law: 'law',
  datedLaw: 'every published rule from its date',
  lawOf: (month: string) => `as it stood in ${month}, for ever`,
  levers: 'rules set here',
  uncertainties: 'assumptions',
  shocks: 'shocks',
  sweep: 'sweep',
  run: 'run',
  metrics: 'metrics',
  keep: 'keeps',
  notes: 'notes',
  changes: 'changes',
  plan: 'plan',
  work: 'work',
  writes: 'writes',
  from: (month: string) => `from ${month}`,
  fromUntil: (from: string, until: string) => `from ${from} until ${until}`,
  drawnIn: (text: string) => `${text}, drawn anew in each replicate`,
  setIn: (place: string) => `set in ${place}`,
  fixed: 'default',
  override: 'the command line',
  points: (count: number) => `${count} design points`,
  axis: (id: string, text: string) => `${id}: ${text}`,
  months: (start: string, periods: number) => `${periods} months from ${start}`,
  replicates: (count: number) => `${count} replicates`,
  untilNarrow: (least: number, most: number) =>
    `${least} to ${most} replicates, until narrow enough`,
  seed: (seed: string) => `seed ${seed}`,
  allMetrics: (count: number) => `all ${count}`,
  someMetrics: (count: number) => `${count} chosen`,
  formula: (id: string, text: string) => `${id} = ${text}`,
  nothing: 'nothing besides',
  sound: (files: number) =>
    files === 1
      ? 'sound: nothing was run.'
      : `sound, with ${files - 1} files it builds on: nothing was run.`,
  sameAs: (id: string) => `sets the same as ${id}: nothing would differ.`,
  differs: (id: string) => `against ${id}`,
  dryPlan: (scenarios: number, points: number, replicates: number, periods: number) =>
    `${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}, ${points} design ${points === 1 ? 'point' : 'points'} × ${replicates} replicates × ${periods} months, luck shared between them`,
  dryWork: (jobs: number, done: number, duration: string, threads: number) =>
    `${jobs} jobs · ${done} done already · about ${duration} on ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
  dryWrites: (folder: string, megabytes: string) => `${folder}/   about ${megabytes} MB`,
  dryDone: 'nothing was run. Drop --dry-run to start.',
  resuming: (done: number, jobs: number) => `resuming: ${done} of ${jobs} jobs done`,
  nothingToDo: (folder: string) => `nothing to run: ${folder} has it all`,
  stoppedSame: (done: number, jobs: number) =>
    `stopped after ${done} of ${jobs} jobs. Everything finished is kept. Same command resumes.`,
  wrote: (folder: string, pairs: string) => `${folder}   ${pairs}`,
  pairs: (n: number) => `n = ${n} pairs`,
  runs: (n: number) => `n = ${n} replicates`,
  lookAt: (n: number, widest: string) => `after ${n}: ${widest}`,
}

export type CommandWords = typeof en

const zh: CommandWords = {
  question: '问题',
  extends: '继承',
  law: '法规',
  datedLaw: '各项已公布规则自其日期起',
  lawOf: (month) => `始终按${month}当时的规则`,
  levers: '本情景设置的规则',
  uncertainties: '假设',
  shocks: '冲击',
  sweep: '扫描',
  run: '运行',
  metrics: '指标',
  keep: '保留',
  notes: '说明',
  changes: '改变',
  plan: '计划',
  work: '工作量',
  writes: '写入',
  from: (month) => `自${month}`,
  fromUntil: (from, until) => `自${from}至${until}`,
  drawnIn: (text) => `${text}，每次重复重新抽取`,
  setIn: (place) => `设于${place}`,
  fixed: '默认',
  override: '命令行',
  points: (count) => `${count}个设计点`,
  axis: (id, text) => `${id}：${text}`,
  months: (start, periods) => `自${start}起${periods}个月`,
  replicates: (count) => `重复${count}次`,
  untilNarrow: (least, most) => `重复${least}至${most}次，直到区间足够窄`,
  seed: (seed) => `种子${seed}`,
  allMetrics: (count) => `全部${count}项`,
  someMetrics: (count) => `选定${count}项`,
  formula: (id, text) => `${id} = ${text}`,
  nothing: '无其他',
  sound: (files) =>
    files === 1
      ? '无误：未运行任何内容。'
      : `无误（连同所继承的${files - 1}个文件）：未运行任何内容。`,
  sameAs: (id) => `与${id}的设置相同：结果不会有差别。`,
  differs: (id) => `相对于${id}`,
  dryPlan: (scenarios, points, replicates, periods) =>
    `${scenarios}个情景，${points}个设计点 × 重复${replicates}次 × ${periods}个月，共用随机数`,
  dryWork: (jobs, done, duration, threads) =>
    `${jobs}个任务 · 已完成${done}个 · ${threads}个线程约需${duration}`,
  dryWrites: (folder, megabytes) => `${folder}/   约${megabytes} MB`,
  dryDone: '未运行任何内容。去掉 --dry-run 即可开始。',
  resuming: (done, jobs) => `继续：${jobs}个任务中已完成${done}个`,
  nothingToDo: (folder) => `无需运行：${folder}已有全部结果`,
  stoppedSame: (done, jobs) =>
    `已停止：${jobs}个任务中完成${done}个，已完成的全部保留。再次运行同一命令即可继续。`,
  wrote: (folder, pairs) => `${folder}   ${pairs}`,
  pairs: (n) => `n = ${n}对`,
  runs: (n) => `n = ${n}次`,
  lookAt: (n, widest) => `完成${n}次后：${widest}`,
}

/** The words of a language. */
export function commandsIn(language: Language): CommandWords {
  return language === 'zh' ? zh : en
}
