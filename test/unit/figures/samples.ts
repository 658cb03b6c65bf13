/**
 * Numbers to draw, one set for each kind of figure, with names that must be escaped.
 * @module
 */
import type { Bands } from '../../../analysis/figures/marks/bands.ts'
import * as figures from '../../../analysis/figures/index.ts'
import type { Canvas, Figure, FigureFrame } from '../../../analysis/figures/index.ts'

/** What must neither break the SVG nor run anything. */
export const HOSTILE = `<img src=x onerror="alert('1')"> & 「名单」`
export const LONG = 'A very long name of an institution '.repeat(6)

export const months = Array.from({ length: 24 }, (_, i) => {
  const month = i + 10
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
})

/** A path with bands around it; months 10 to 12 are not defined. */
export function bands(end: number): Bands {
  const at = (spread: number) =>
    months.map((_, i) => (i >= 10 && i <= 12 ? NaN : (end * i) / 23 + (spread * i) / 23))
  const size = Math.abs(end)
  return {
    q05: at(-size),
    q25: at(-size / 3),
    median: at(0),
    q75: at(size / 3),
    q95: at(size),
  }
}

const around = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half })
const two = (en: string, zh: string) => ({ en, zh })
const links = { label: two('Partnerships', '合作关系'), unit: 'links' }
const balance = { label: two('Outstanding loans', '在贷余额'), unit: 'mn' }
const apr = { label: two('All-in cost', '综合融资成本'), unit: '1/year' }
const approval = { label: two('Approval rate', '通过率'), unit: 'share' }
const scenarios = [two('The rules before notice 9', '9号文之前的规则'), two(HOSTILE, HOSTILE), LONG]

export const differences = {
  metric: links,
  months,
  change: bands(-900),
  pairs: 200,
  effective: '2025-10',
  mean: around(-880, 20),
  runs: [bands(-800).median, bands(-1000).median],
}

export const levels = {
  metric: balance,
  months,
  replicates: 200,
  effective: '2025-10',
  series: scenarios.map((name, i) => {
    const { q05, median, q95 } = bands(1e5)
    const lifted = (values: readonly number[]) => values.map((value) => 2.4e6 + value * (i - 1))
    return { name, q05: lifted(i ? q05 : q95), median: lifted(median), q95: lifted(i ? q95 : q05) }
  }),
}

export const dots = {
  sort: 'change' as const,
  replicates: 200,
  rows: [
    { label: links.label, unit: 'links', estimate: around(-1043, 98) },
    { label: HOSTILE, unit: 'links', estimate: around(3, 20) },
    { label: LONG, unit: 'share', estimate: around(0.053, 0.006) },
    { label: approval.label, unit: 'share', estimate: { mean: NaN, low: NaN, high: NaN } },
    { label: 'one pair', unit: 'mn', estimate: { mean: 5e4, low: NaN, high: NaN } },
  ],
}

export const multiples = {
  metric: balance,
  months,
  pairs: 60,
  effective: '2025-10',
  panels: [...scenarios, 'four', 'five'].map((name, i) => ({ name, change: bands(-2e4 * i) })),
}

export const shares = {
  what: balance.label,
  months,
  effective: '2025-10',
  series: Array.from({ length: 12 }, (_, i) => ({
    name: i === 1 ? HOSTILE : i === 2 ? LONG : `Platform ${i + 1}`,
    amounts: months.map((_, t) => 100 / (i + 1) + (i < 3 ? t : 0)),
  })),
}

export const lorenz = {
  what: balance.label,
  groups: scenarios.map((name, g) => ({
    name,
    amounts: Array.from({ length: 60 }, (_, i) => i * g + 1),
  })),
}

export const lists = {
  groups: [
    { name: two('Before', '施行前'), role: 'baseline' as const, sizes: [0, 3, 3, 4, 9, 30] },
    { name: LONG, role: 'reform' as const, sizes: [0, 1, 2, 2, 2, NaN] },
  ],
}

export const survival = {
  series: scenarios.map((name, i) => ({
    name,
    alive: months.map((_, t) => 1 / (1 + t * 0.02 * (i + 1))),
  })),
}

export const transition = {
  what: balance.label,
  from: scenarios[0],
  to: LONG,
  moves: Array.from({ length: 16 }, (_, i) => ({
    name: i === 1 ? HOSTILE : i === 2 ? LONG : `Platform ${i + 1}`,
    before: 100 / (i + 1),
    after: (100 / (i + 1)) * (i % 2 ? 0.7 : 1.3),
  })),
}

const agents = (kind: string, groups: readonly string[], each: number) =>
  groups.flatMap((group) =>
    Array.from({ length: each }, (_, i) => ({
      id: `${kind}:${group}${i}`,
      name:
        i === 0 ? `${HOSTILE} ${group}` : i === 1 ? `${group} ${LONG}` : `${kind} ${group} ${i}`,
      group,
    })),
  )

const banks = agents('bank', ['city', 'rural', 'private'], 12)
const platforms = agents('platform', ['head', 'small'], 14)
const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: two(id, `${id}类`) }))

/** One link of each state first, then a lattice of kept ones. */
export const network = {
  banks,
  platforms,
  licences: named(['city', 'rural', 'private']),
  tiers: named(['head', 'small']),
  moments: ['2025-09', '2026-03', '2026-09'],
  links: [
    { bank: banks[0].id, platform: platforms[0].id, balances: [9000, 9100, 9200] },
    { bank: banks[1].id, platform: platforms[0].id, balances: [8000, 8000, 0] },
    { bank: banks[2].id, platform: platforms[0].id, balances: [NaN, 7000, 7500] },
    { bank: banks[3].id, platform: platforms[0].id, balances: [0, 6000, 0] },
    ...banks.flatMap((bank, b) =>
      platforms
        .filter((_, p) => p > 0 && (b + p) % 3 === 0)
        .map((platform, p) => ({
          bank: bank.id,
          platform: platform.id,
          balances: [1, 1, 1].map((one) => one * (10 + b + p)),
        })),
    ),
  ],
}

export const assumptions = {
  metric: links,
  base: -420,
  rows: [
    { name: 'small', lowSetting: '1%', highSetting: '5%', atLow: -440, atHigh: -400 },
    { name: HOSTILE, lowSetting: '6 months', highSetting: LONG, atLow: -900, atHigh: 150 },
    { name: LONG, lowSetting: HOSTILE, highSetting: '1.0', atLow: -250, atHigh: -650 },
    { name: 'unknown', lowSetting: '0', highSetting: '1', atLow: NaN, atHigh: -1 },
  ],
}

export const response = {
  metric: approval,
  sort: 'change' as const,
  variable: apr,
  replicates: 40,
  series: scenarios.map((name, i) => ({
    name,
    points: [0.16, 0.18, 0.2, 0.22, 0.24].map((setting) => ({
      setting,
      estimate: around((setting - 0.24) * (i + 1), 0.01),
    })),
  })),
}

export const heat = {
  metric: balance,
  sort: 'change' as const,
  across: { name: apr.label, settings: ['24%', '22%', HOSTILE] },
  down: { name: LONG, settings: ['6', LONG] },
  cells: [
    [around(-5e4, 1e4), around(2e4, 1e4), around(1e3, 1e4)],
    [around(-6e4, 1e4), around(3e4, 1e4), { mean: NaN, low: NaN, high: NaN }],
  ],
}

export const settings = {
  across: { ...apr, better: 'lower' as const },
  up: { ...approval, better: 'higher' as const },
  sort: 'level' as const,
  replicates: 40,
  points: [
    { name: 'dear and good', x: around(0.24, 0.01), y: around(0.7, 0.02) },
    { name: 'cheap and bad', x: around(0.16, 0.01), y: around(0.4, 0.02) },
    { name: HOSTILE, x: around(0.24, 0.01), y: around(0.5, 0.02) },
    { name: LONG, x: around(0.2, 0.01), y: around(0.5, 0.02) },
  ],
}

const share = (mean: number, half: number, total?: number) => ({
  share: mean,
  low: Math.max(0, mean - half),
  high: Math.min(1, mean + half),
  isSettled: half <= 0.05,
  ...(total === undefined ? {} : { total }),
})
const unknown = { share: NaN, low: NaN, high: NaN, isSettled: false }

export const inputs = {
  metrics: [links.label, balance.label, LONG, HOSTILE],
  rows: [
    {
      name: two('Planning horizon', '规划期限'),
      isRest: false,
      cells: [share(0.52, 0.12, 0.6), share(0.2, 0.04), share(0.98, 0.04), share(0, 0)],
    },
    { name: LONG, isRest: false, cells: [share(0.2, 0.05), unknown, unknown, share(0.1, 0.2)] },
    { name: HOSTILE, isRest: false, cells: [share(0, 0.01), unknown, unknown, share(0.1, 0.2)] },
    {
      name: 'luck',
      isRest: true,
      cells: [0.28, 0.8, 0.02, 0.9].map((one) => ({ ...unknown, share: one, isSettled: true })),
    },
  ],
}

export const rules = {
  outcome: 'the change of partnerships is below −2,000',
  rules: [
    {
      coverage: 0.913,
      density: 0.75,
      cases: 28,
      rows: [
        {
          name: two('Planning horizon', '规划期限'),
          condition: two('12 months to 24 months', '12个月至24个月'),
          from: 0.4,
          to: 1,
          least: '1 month',
          most: '24 months',
          chance: '0.004',
        },
        {
          name: LONG,
          condition: `${HOSTILE} or ${LONG}`,
          from: 0,
          to: 0.5,
          least: '',
          most: '',
          chance: 'below 0.001',
        },
      ],
    },
    {
      coverage: 0.2,
      density: 1,
      cases: 6,
      rows: [
        {
          name: HOSTILE,
          condition: 'at most 3%',
          from: 0,
          to: 0.1,
          least: LONG,
          most: '20%',
          chance: '0.04',
        },
      ],
    },
  ],
}

const step = (restricted: number, coverage: number, density: number) => ({
  restricted,
  coverage,
  density,
  cases: 100 - 30 * restricted,
})

export const curve = {
  outcome: HOSTILE,
  path: [step(0, 1, 0.25), step(1, 0.95, 0.4), step(1, 0.9, 0.6), step(2, 0.6, 0.9)],
  turningPoints: [step(0, 1, 0.25), step(1, 0.9, 0.6), step(2, 0.6, 0.9)],
  chosen: step(2, 0.65, 0.88),
}

type Draw = (canvas: Canvas, frame: FigureFrame) => Figure

/** Every kind of figure, drawn with its sample. */
export const kinds: Readonly<Record<string, Draw>> = {
  differenceBands: (canvas, frame) => figures.differenceBands(canvas, differences, frame),
  levelBands: (canvas, frame) => figures.levelBands(canvas, levels, frame),
  dotsWithWhiskers: (canvas, frame) => figures.dotsWithWhiskers(canvas, dots, frame),
  smallMultiples: (canvas, frame) => figures.smallMultiples(canvas, multiples, frame),
  stackedShares: (canvas, frame) => figures.stackedShares(canvas, shares, frame),
  lorenzCurves: (canvas, frame) => figures.lorenzCurves(canvas, lorenz, frame),
  listSizes: (canvas, frame) => figures.listSizes(canvas, lists, frame),
  survivalCurves: (canvas, frame) => figures.survivalCurves(canvas, survival, frame),
  shareTransition: (canvas, frame) => figures.shareTransition(canvas, transition, frame),
  partnershipNetwork: (canvas, frame) => figures.partnershipNetwork(canvas, network, frame),
  partnershipMatrix: (canvas, frame) => figures.partnershipMatrix(canvas, network, frame),
  tornado: (canvas, frame) => figures.tornado(canvas, assumptions, frame),
  responseCurve: (canvas, frame) => figures.responseCurve(canvas, response, frame),
  heatMap: (canvas, frame) => figures.heatMap(canvas, heat, frame),
  frontier: (canvas, frame) => figures.frontier(canvas, settings, frame),
  inputShares: (canvas, frame) => figures.inputShares(canvas, inputs, frame),
  ruleLimits: (canvas, frame) => figures.ruleLimits(canvas, rules, frame),
  tradeOff: (canvas, frame) => figures.tradeOff(canvas, curve, frame),
}

const none = { q05: [], q25: [], median: [], q75: [], q95: [] }

/** The same kinds with nothing to draw. */
export const emptyKinds: Readonly<Record<string, Draw>> = {
  differenceBands: (canvas, frame) =>
    figures.differenceBands(canvas, { metric: links, months: [], change: none, pairs: 0 }, frame),
  levelBands: (canvas, frame) => figures.levelBands(canvas, { ...levels, series: [] }, frame),
  dotsWithWhiskers: (canvas, frame) =>
    figures.dotsWithWhiskers(canvas, { ...dots, rows: [] }, frame),
  smallMultiples: (canvas, frame) =>
    figures.smallMultiples(canvas, { ...multiples, panels: [] }, frame),
  stackedShares: (canvas, frame) => figures.stackedShares(canvas, { ...shares, series: [] }, frame),
  lorenzCurves: (canvas, frame) =>
    figures.lorenzCurves(canvas, { ...lorenz, groups: [{ name: 'x', amounts: [0, NaN] }] }, frame),
  listSizes: (canvas, frame) => figures.listSizes(canvas, { groups: [] }, frame),
  survivalCurves: (canvas, frame) => figures.survivalCurves(canvas, { series: [] }, frame),
  shareTransition: (canvas, frame) =>
    figures.shareTransition(canvas, { ...transition, moves: [] }, frame),
  partnershipNetwork: (canvas, frame) =>
    figures.partnershipNetwork(canvas, { ...network, links: [] }, frame),
  partnershipMatrix: (canvas, frame) =>
    figures.partnershipMatrix(canvas, { ...network, links: [] }, frame),
  tornado: (canvas, frame) => figures.tornado(canvas, { ...assumptions, rows: [] }, frame),
  responseCurve: (canvas, frame) =>
    figures.responseCurve(canvas, { ...response, series: [] }, frame),
  heatMap: (canvas, frame) => figures.heatMap(canvas, { ...heat, cells: [] }, frame),
  frontier: (canvas, frame) => figures.frontier(canvas, { ...settings, points: [] }, frame),
  inputShares: (canvas, frame) => figures.inputShares(canvas, { ...inputs, rows: [] }, frame),
  ruleLimits: (canvas, frame) => figures.ruleLimits(canvas, { ...rules, rules: [] }, frame),
  tradeOff: (canvas, frame) => figures.tradeOff(canvas, { ...curve, turningPoints: [] }, frame),
}
