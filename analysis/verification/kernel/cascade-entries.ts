/**
 * V3b: the window of connectivity in which one failure spreads.
 * @module
 */
import { makeKey } from '../../../engine/index.ts'
import { mean } from '../../statistics/moments.ts'
import type { Entry } from '../entry.ts'
import { asPrinted, atLeast, atMost, exactly } from '../reading.ts'
import { cascadeExtent, cascadeWindow, fatalDegree, SYSTEMIC } from './cascade.ts'

/** Buffer in hundredths, in-degree at which one loss is fatal, and the window as published. */
const windows = [
  [3, 6, 1.0006, 9.097, 4, 3],
  [4, 4, 1.0207, 5.765, 4, 3],
  [5, 3, 1.114, 3.863, 3, 3],
] as const

const GAI = 'Gai and Kapadia (2010), Proc. R. Soc. A 466:2401'

const cascadeCondition: Entry = {
  id: 'V3b',
  topic: 'kernel',
  title: { en: 'Window of contagion: the condition', zh: '传染窗口：条件' },
  setUp: {
    en: 'interbank assets of 20% spread equally over counterparties, buffers of 3, 4 and 5%, nothing recovered; a loss equal to the buffer is survived. Window: z·P(Poisson(z) ≤ J − 1) > 1',
    zh: '同业资产占20%、在交易对手间均分，缓冲3%、4%、5%，回收为零；损失恰等于缓冲则存活。窗口：z·P(Poisson(z) ≤ J − 1) > 1',
  },
  source: GAI,
  run: () =>
    windows.flatMap(([buffer, fatal, from, to, fromDigits, toDigits]) => {
      const found = cascadeWindow(buffer)
      const at = (en: string, zh: string) => ({ en: `buffer ${buffer}%: ${en}`, zh: `缓冲${buffer}%：${zh}` }) // prettier-ignore
      return [
        exactly(at('largest fatal in-degree', '致命的最大入度'), fatal, fatalDegree(buffer), 0),
        asPrinted(at('lower edge', '下界'), from, found.from, fromDigits),
        asPrinted(at('upper edge', '上界'), to, found.to, toDigits),
      ]
    }),
}

const CASCADE_BANKS = 1000
const CASCADES = 300

const cascadeSimulation: Entry = {
  id: 'V3b-long',
  topic: 'kernel',
  long: true,
  title: { en: 'Window of contagion: simulated', zh: '传染窗口：模拟' },
  setUp: {
    en: `${CASCADES} random networks of ${CASCADE_BANKS} banks per mean degree z, buffer 4%, one random failure; systemic is more than 5% failing`,
    zh: `每个平均度z取${CASCADES}个、各${CASCADE_BANKS}家银行的随机网络，缓冲4%，随机一家先倒闭；超过5%倒闭为系统性`,
  },
  source: GAI,
  run() {
    const found = (z: number) => {
      const extents = Array.from({ length: CASCADES }, (_, i) =>
        cascadeExtent(CASCADE_BANKS, z, 4, makeKey(`cascade|${z}`, i)),
      )
      const systemic = extents.filter((extent) => extent > SYSTEMIC)
      return { frequency: systemic.length / CASCADES, extent: mean(systemic) }
    }
    const frequency = (z: number) => ({ en: `frequency at z = ${z}`, zh: `z = ${z}时的频率` })
    const [two, four, five, beyond, far] = [2, 4, 5, 8, 10].map(found)
    return [
      // One failure never spreads below z = 1: a network of degree one half has no giant component.
      atMost(frequency(0.5), SYSTEMIC, found(0.5).frequency),
      atLeast(frequency(2), SYSTEMIC, two.frequency),
      atLeast(frequency(4), SYSTEMIC, four.frequency),
      atLeast(frequency(5), SYSTEMIC, five.frequency),
      atMost(frequency(8), SYSTEMIC, beyond.frequency),
      atMost(frequency(10), SYSTEMIC, far.frequency),
      atLeast({ en: 'extent at z = 4 when systemic', zh: 'z = 4系统性时的范围' }, 0.95, four.extent), // prettier-ignore
      atLeast({ en: 'extent at z = 5 when systemic', zh: 'z = 5系统性时的范围' }, 0.95, five.extent), // prettier-ignore
    ]
  },
}

export const cascadeEntries: readonly Entry[] = [cascadeCondition, cascadeSimulation]
