/**
 * 报告的中文文字：每句话都由其数字决定。
 * @module
 */
import type { ReportWords } from './report-words.ts'

export const reportInChinese: ReportWords = {
  skip: '跳到正文',
  contents: '目录',
  language: '语言',
  switched: '报告已切换为中文。',
  and: (names) =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join('、')}和${names[names.length - 1]}`,
  join: '，',
  semicolon: '；',
  colon: '：',
  bracketed: (text, more) => `${text}（${more}）`,
  report: '报告',
  brief: '简报',
  against: (baseline) => `与“${baseline}”比较`,
  modesty: '本模型用于在给定假设下比较规则，不是预测。局限见“本报告不能说明什么”。',
  sections: {
    question: '问题',
    answer: '结论',
    changed: '改变了什么',
    time: '随时间的影响',
    groups: '谁得谁失',
    shape: '市场格局',
    assumptions: '结论取决于什么',
    limits: '本报告不能说明什么',
    method: '方法',
    provenance: '溯源',
    data: '数据',
  },
  settings: '各取值下的影响',
  kinds: {
    single: (title) => `单个情景“${title}”。以下为水平，不是影响。`,
    several: (titles) => `几个情景并列（${titles}），没有基准。以下为水平，不是影响。`,
    pair: (reform, baseline) => `“${reform}”与“${baseline}”比较。`,
    reforms: (reforms, baseline) => `几个方案（${reforms}），分别与“${baseline}”比较。`,
    sweep: (title, points, baseline) =>
      `对“${title}”的扫描：${points}组取值${baseline === undefined ? '' : `，分别与“${baseline}”比较`}。`,
  },
  failures: (done, all, failed) =>
    `${all}次运行中完成${done}次，失败${failed}次。各数字以旁注的 n 为准；失败的不计入，也不作替换。`,
  failedOf: (title, replicates) => `${title}：第${replicates}次重复`,
  empty: (title, month) =>
    `${title}：${month}市场已空。所有重复试验中均无合作关系、无贷款余额；占比、价格与比率没有意义，以短横表示。`,
  headlines: '主要指标一览',
  headlinesNote: '各对试验的平均及其95%区间。短横表示无定义；“无法区分”表示平均变化的区间包含零。',
  levelsNote: '各次重复的平均及其95%区间。短横表示无定义。',
  columns: {
    metric: '指标',
    unit: '单位',
    baseline: '基准',
    reform: '方案',
    change: '变化',
    interval: '95%区间',
    reading: '解读',
    level: '平均',
    n: 'n',
    point: '取值',
    rule: '规则',
    from: '生效',
    source: '法规依据',
    parameter: '假设',
    value: '取值',
    usual: '默认值',
    range: '合理范围',
    class: '依据',
    definition: '定义',
    id: '标识',
    change95: '变化及95%区间',
  },
  readings: {
    identical: '每对都相同',
    higher: '▲ 上升',
    lower: '▼ 下降',
    notDistinguishable: '无法区分',
    undefined: '无定义',
  },
  themes: { own: '自定义指标' },
  sweep: {
    span: (metric, low, atLow, high, atHigh) =>
      `${metric}：最低为${low}（${atLow}），最高为${high}（${atHigh}）。`,
    same: (metric, value) => `${metric}：各取值下均为${value}。`,
    spanChange: (metric, low, atLow, high, atHigh) =>
      `${metric}：相对基准的变化由${low}（${atLow}）到${high}（${atHigh}）。`,
    best: '哪些取值可能最优',
    bestNote: '只比较对各方而言方向一致的指标。所有取值同时比较；最优者以95%的概率在所列取值之中。',
    bestOf: (metric, direction) => `${metric}（${direction}）`,
    higher: '越高越好',
    lower: '越低越好',
    mayBe: '可能最优',
    allMay: (count) => `全部${count}组，彼此无法区分`,
    more: (count) => `另有${count}组`,
    allPoints: '全部取值',
    cut: (shown, all) => `共${all}组，此处为前${shown}组；其余见 points.csv 与 changes.csv。`,
  },
  changed: {
    none: '在运行的各月内，两个情景中起作用的规则没有差别。',
    single: '没有比较对象，情景即如所列。法规',
    law: { dated: '各项已公布规则自其日期起', asOf: (month) => `始终按${month}当时的规则` },
    rules: '规则',
    assumptions: '此处设定的假设',
    drawn: '每次重复重新抽取',
    swept: '按设计变动',
    shocks: '冲击',
    source: '来源',
    statuses: {
      in_force: '现行',
      guidance_unpublished: '未公开的指导',
      draft: '征求意见稿',
      not_a_rule: '试验性设定，非规则',
      not_found: '有报道，未见原文',
    },
  },
  time: {
    pair: '各线均为相同随机数下的差：方案减基准。色带表示结果的分散，须线表示平均的精度。',
    several: '各情景的中位数；色带包含十次中的九次。',
    sweep: '各取值下的平均；须线为平均的95%区间。',
    single: '中位数，色带包含十次中的九次。',
  },
  groups: {
    note: '按类别列出数量与金额。没有成员的类别无定义，以短横表示。',
    gains: (names) => `确有增加：${names}。`,
    loses: (names) => `确有减少：${names}。`,
    nobody: '没有哪一类确有增减。',
    unclear: (names) => `与没有变化无法区分：${names}。`,
    partnerships: '合作关系（按平台类别）',
    balances: '在贷余额（按平台类别）',
    exits: '停办助贷业务的占比（按银行类型与规模）',
    borrowers: '新放款（按客群）',
    prices: '综合融资成本（按客群）',
  },
  dots: {
    title: (subject, named, all) => {
      if (named.length === 0) return `${subject}：没有可与零区分的变化`
      if (named.length === all) return `${subject}：各类均有变化`
      const rest = named.length - 3
      const shown = named.slice(0, 3).join('、')
      return `${subject}：${shown}${rest > 0 ? `等${named.length}类` : ''}确有变化`
    },
    changes: (subject, n) => `${subject}，方案减基准，${n}。点为平均，须线为平均的95%区间。`,
    levels: (subject, n) => `${subject}，${n}。点为平均，须线为平均的95%区间。`,
  },
  shape: {
    concentration: '前几大的占比',
    first: '单个银行与平台的图为第0次重复，是一种可能的市场，仅供观察。上表为全部重复的结果。',
    noLinks: '本次运行没有保留合作关系，无法绘制网络：可加 --keep links 重新运行。',
    noOne: '所保留的月份中没有合作关系，没有网络可绘。',
    before: (month) => `之前（${month}）`,
    after: (month) => `之后（${month}）`,
    balances: '平台余额',
    otherAgent: '其他',
  },
  assumptions: {
    fixed:
      '本次运行中所有假设取定值，区间只反映随机性。哪些假设可能推翻结论，本次运行不能说明；情景 uncertain-behaviour 与 lists-and-foresight 会变动其中最不确定的几项。',
    drawn: (count) =>
      `有${count}项假设在每次重复中重新抽取，基准与方案相同：区间反映随机性和这些假设。`,
    swept: (count) => `${count}项假设按设计取不同的值，基准与改革方案中相同。`,
    noSign: '以现有对数与没有变化无法区分',
    needed: (metric, n, pairs) => `${metric}：n = ${n}；若变化确如所见，约需${pairs}对。`,
    neverTell: (metric, n) => `${metric}：n = ${n}。`,
    signSure: '主要指标的变化均可与零区分。',
    opening: (data, derived, imputed) =>
      `期初市场：${data}的数值来自观测，${derived}由观测推算，${imputed}为估算且每次重复重新抽取。`,
    numbers: (all, data, literature, assumed) =>
      `模型共有${all}个参数：${data}个来自数据，${literature}个来自文献，${assumed}个为假设。`,
  },
  dependence: {
    ranked: (metric, parts) => `${metric}：差异随以下各项而变：${parts.join('，')}。`,
    part: (input, share, range, isSettled) =>
      `${input} ${share}（${range}${isSettled ? '' : '，尚未稳定'}）`,
    none: (metric) => `${metric}：没有任何一项的作用能与随机性区分开。`,
    tooFew: (points, replicates) =>
      `情形过少，无法对结果取决于哪些项排序：${points}个设计点，重复${replicates}次。`,
    same: (metric) => `${metric}：所有运行中相同。`,
    undefined: (metric) => `${metric}：所有运行中均无定义。`,
    turns: (metric, sentence) => `${metric}：${sentence}`,
    shares:
      '各项单独变化在各次运行间方差中的占比及95%区间；列出的是能与随机性区分开的各项。“尚未稳定”指区间宽于±5个百分点。其他指标与界限可用 zhudai sensitivity 与 zhudai discover 查看。',
    rules: '结果在哪些取值范围内出现',
    strongest: '此界限划出作用最强的四分之一。',
    stop: '。',
    tooFewForRules: '情形过少，无法找出结果出现时各项的取值范围。',
  },
  provenance: {
    result: '结果',
    fingerprint: '指纹',
    version: '版本',
    model: '模型代码',
    data: '数据与规则',
    seed: '随机种子',
    replicates: '重复次数',
    asked: (done, failed, asked) => `每组计划${asked}次；完成${done}次运行，失败${failed}次`,
    months: '月份',
    span: (periods, from, to) => `${periods}个月，${from}至${to}`,
    checks: '检查',
    checked: (checked, broken) => `会计恒等式检查${checked}次，不成立${broken}次`,
    command: '命令',
    environment: '运行环境',
    cite: '如何引用',
    citation: (version, name, fingerprint, seed) =>
      `zhudai ${version}，结果 ${name}，指纹 ${fingerprint}，种子 ${seed}。`,
    reproduce: '如何复现',
    reproduceNote: '重新运行并逐位比较',
    unknown: '未知',
    replay: '失败的重复试验',
  },
  data: {
    note: '各图的CSV为完整精度。空白表示无定义，绝不表示0。',
    figures: '各图的数据表',
    download: '下载 summary.json',
    whole: '本报告所依据的汇总，完整。',
    shown:
      '本报告所依据的汇总；逐月数据仅含此处绘制的指标，全部逐月数据见结果文件夹的 summary.json。',
    without: '本报告所依据的汇总，不含逐月数据；逐月数据见结果文件夹的 summary.json。',
    none: '汇总过大，不随本报告附上：见结果文件夹的 summary.json。',
    definitions: '定义',
    definitionsNote: '本报告所用全部指标。',
    language: '定义为英文。',
  },
  figure: {
    number: (k, title) => `图${k}　${title}`,
    table: '数据表',
    description: '文字说明',
    source: (text) => `来源：${text}`,
    origin: (version, name, n, seed) => `zhudai ${version}，结果 ${name}，${n}，种子 ${seed}`,
    first: '第0次重复',
    svg: 'SVG',
    csv: 'CSV',
    save: (what, figure) => `保存${what}：${figure}`,
    pairs: (n) => `${n}对`,
    replicates: (n) => `${n}次重复`,
  },
  briefs: {
    moreRules: (count) => `另有${count}项规则变化，见报告全文。`,
    full: '图、表、方法与局限见报告全文。',
  },
  command: {
    noBrowser:
      '未找到 Chromium（可用 CHROMIUM 指定路径，或安装 chromium）：HTML 文件可用任何浏览器打印为A4',
  },
}
