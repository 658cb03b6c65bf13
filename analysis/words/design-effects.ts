/**
 * What is said of inputs moved one at a time or along trajectories, in both languages.
 * @module
 */
import type { Language } from './language.ts'

const en = {
  oneAtATime: ['set to', 'difference', '95% interval', ''],
  base: 'the scenario as it stands',
  unclear: 'not distinguishable',
  widest: (input: string, swing: string) =>
    `Widest swing by itself: ${input}, ${swing} from its lowest to its highest outcome.`,
  nothing: 'No input moves it beyond luck.',
  alone:
    'One input moved at a time, all others as in the scenario and under the same luck: what inputs do together is not seen. A design of morris or sobol sees it.',
  morris: ['size μ*', '95% interval', 'mean μ', 'spread σ', ''],
  luck: 'luck alone would show',
  likeLuck: 'no more than luck',
  uneven: 'depends on the other inputs, or bends',
  even: 'about the same everywhere',
  most: (input: string, size: string, isAhead: boolean, trajectories: number) =>
    `Matters most: ${input}, ${size} over its range on average${isAhead ? '' : ', though its interval meets that of the next'} (${trajectories} trajectories).`,
  trajectories:
    'μ*: mean size of the effect of moving an input over its whole range, from many places; intervals by resampling trajectories. σ: how much the effect differs from place to place.',
}

export type DesignWords = typeof en

const zh: DesignWords = {
  oneAtATime: ['取值', '差异', '95%区间', ''],
  base: '情景原样',
  unclear: '无法区分',
  widest: (input, swing) => `单独变化时幅度最大：${input}，最低与最高结果相差${swing}。`,
  nothing: '没有任何一项的作用超出随机性。',
  alone:
    '每次只变动一项，其余各项与随机数均与情景相同：看不到各项的共同作用。morris 或 sobol 设计可以看到。',
  morris: ['大小 μ*', '95%区间', '均值 μ', '离散 σ', ''],
  luck: '仅凭随机性会显示',
  likeLuck: '不超出随机性',
  uneven: '取决于其他各项，或有弯曲',
  even: '各处大致相同',
  most: (input, size, isAhead, trajectories) =>
    `影响最大：${input}，在其整个范围内平均为${size}${isAhead ? '' : '，但其区间与下一项重叠'}（${trajectories}条轨迹）。`,
  trajectories:
    'μ*：从多处出发，使一项走过其整个范围时作用大小的均值；区间由轨迹重抽样得到。σ：作用随所处位置而异的程度。',
}

/** The words of a language. */
export function designWordsIn(language: Language): DesignWords {
  return language === 'zh' ? zh : en
}
