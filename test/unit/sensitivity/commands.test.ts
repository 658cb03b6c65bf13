import { describe, expect, it } from 'vitest'
import { discover, type DiscoverFlags } from '../../../bin/commands/discover.ts'
import { sensitivity } from '../../../bin/commands/sensitivity.ts'
import { SimulationError } from '../../../engine/errors.ts'
import { makeKey } from '../../../engine/stream.ts'
import { drawUncertainties } from '../../../scenarios/draw-uncertainties.ts'
import type { Uncertainty } from '../../../scenarios/uncertainty.ts'
import { parameterCatalogue } from '../../../agents/parameter-catalogue.ts'
import { finishedFolder } from '../results/folder-at-rest.ts'
import { toyJobs, toySubject } from '../results/toy.ts'
import { spoken } from './spoken.ts'
import { sweptFolder } from './swept-toy.ts'

const noise: Uncertainty = {
  parameter: 'choiceNoise',
  distribution: { kind: 'uniform', low: 0.1, high: 3 },
}
const drawnNoise = (replicate: number): number =>
  drawUncertainties([noise], makeKey('toy', replicate), parameterCatalogue)['choiceNoise'] as number

const grid = await sweptFolder({ replicates: 6 })
const drawn = await sweptFolder({
  replicates: 24,
  without: ['cap.0.2.6.0'],
  uncertainties: [noise],
  drawnEffect: (replicate) => 100 * drawnNoise(replicate),
})

const asked: DiscoverFlags = { result: grid, metric: 'links', change: false, ratio: false }

async function saidBy(
  command: (session: ReturnType<typeof spoken>['session']) => Promise<void>,
  options: Parameters<typeof spoken>[0] = {},
): Promise<string> {
  const { session, lines } = spoken(options)
  await command(session)
  return lines.join('\n')
}

interface Ranked {
  quantity: string
  scenarios: {
    metrics: {
      metric: string
      route: string
      inputs: { id: string; kind: string; share: number; turnsSign: boolean }[]
    }[]
  }[]
}

async function rankedIn(result: string): Promise<Ranked> {
  const said = await saidBy((session) => sensitivity({ result, metrics: 'links' }, session), {
    json: true,
  })
  return JSON.parse(said) as Ranked
}

async function problemOf(command: () => Promise<unknown>): Promise<string> {
  try {
    await command()
  } catch (thrown) {
    if (thrown instanceof SimulationError) return JSON.stringify(thrown.problems)
    throw thrown
  }
  return 'none'
}

describe('zhudai sensitivity', () => {
  it('ranks what a grid varies, and names what turns the sign', async () => {
    const { quantity, scenarios } = await rankedIn(grid)
    const [{ inputs, route }] = scenarios[0].metrics
    expect([quantity, route]).toEqual(['change', 'crossing'])
    expect(inputs.map(({ id, kind }) => [id, kind])).toEqual([
      ['planningHorizon', 'parameter'],
      ['aprCapPerLoan', 'lever'],
      ['whitelistRequired', 'lever'],
    ])
    expect(inputs[0].share).toBeGreaterThan(0.9)
    expect(inputs.map(({ turnsSign }) => turnsSign)).toEqual([true, true, false])
  })

  it('ranks what replicates drew beside what was swept', async () => {
    const [{ inputs, route }] = (await rankedIn(drawn)).scenarios[0].metrics
    expect(route).toBe('sample')
    // Variances of the change: 240² · 2/3 of the horizon, about (100 · 2.9)² / 12 of the noise.
    expect(inputs.slice(0, 2).map(({ id }) => id)).toEqual(['planningHorizon', 'choiceNoise'])
    expect(inputs[1].share).toBeGreaterThan(0.05)
  })

  it('says so in both languages', async () => {
    const flags = { result: grid, metrics: 'links,cr5,hhi' }
    const said = await saidBy((session) => sensitivity(flags, session))
    expect(said).toContain('What the change against the baseline depends on: A cap')
    expect(said).toMatch(/Planning horizon \(planningHorizon\) +9\d\.\d%/)
    expect(said).toMatch(/sign depends on planning horizon: −2\d\d\.\d at 6 months, \+2\d\d/)
    expect(said).toContain('the same in every run')
    expect(said).toContain('not defined in any run')
    const chinese = await saidBy((session) => sensitivity(flags, session), {
      language: 'zh',
    })
    expect(chinese).toMatch(/变化的方向取决于规划期限：6个月时为−2/)
  })

  it('refuses a result in which nothing varies, and a metric it lacks', async () => {
    const still = await finishedFolder([toyJobs(0, 12)], {
      ...toySubject(),
      documents: {
        'scenario.yaml': '',
        'scenario.resolved.json':
          '{"schema":"resolved/1","basis":{},"caveats":{},"plan":{"points":[]}}',
      },
      plan: {
        ...toySubject().plan,
        points: toySubject().plan.points.map((point) => ({ ...point, values: {} })),
      },
    })
    const { session } = spoken()
    expect(await problemOf(() => sensitivity({ result: still }, session))).toContain(
      'in which something varies',
    )
    expect(
      await problemOf(() => sensitivity({ result: grid, metrics: 'link' }, session)),
    ).toContain('did you mean \\"links\\"')
  })
})

describe('zhudai discover', () => {
  it('finds the limits within which the change is large, in words', async () => {
    const flags = { ...asked, change: true, above: '150' }
    const said = await saidBy((session) => discover(flags, session))
    expect(said).toContain('the change of partner links is above +150 in 6 of 18 points')
    expect(said).toMatch(/1\. When planning horizon is at least 18 months, the change/)
    expect(said).toMatch(/quasi-p-values: planning horizon 0\.001/)
    const chinese = await saidBy((session) => discover(flags, session), { language: 'zh' })
    expect(chinese).toContain('当规划期限不低于18个月时，100.0%的情形中合作关系的变化高于+150')
  })

  it('looks at shares of the baseline run by run where assumptions were drawn', async () => {
    const said = await saidBy(
      (session) => discover({ ...asked, result: drawn, ratio: true, below: '97%' }, session),
      { json: true },
    )
    const { limit, scenarios } = JSON.parse(said) as {
      limit: number
      scenarios: {
        casesAre: string
        cases: number
        boxes: { restrictions: { input: string; high: number | null }[]; density: number }[]
      }[]
    }
    expect([limit, scenarios[0].casesAre, scenarios[0].cases]).toEqual([0.97, 'runs', 17 * 24])
    const [box] = scenarios[0].boxes
    expect(box.restrictions.map(({ input }) => input)).toEqual(['planningHorizon', 'choiceNoise'])
    expect(box.restrictions.find(({ input }) => input === 'planningHorizon')!.high).toBe(6)
    expect(box.density).toBeGreaterThan(0.4)
  })

  it('says when there is nothing to explain', async () => {
    const none = await saidBy((session) => discover({ ...asked, above: '1000000' }, session))
    expect(none).toContain('No case is such')
    const all = await saidBy((session) => discover({ ...asked, above: '0' }, session))
    expect(all).toContain('All cases are such')
  })

  it.each([
    [{}, 'one of --above and --below'],
    [{ above: '1', below: '2' }, 'one of --above and --below'],
    [{ above: '1', change: true, ratio: true }, 'one of --change and --ratio'],
    [{ above: 'many' }, '--above'],
    [{ above: '1', metric: 'links,cr5' }, '--metric and the id of one metric'],
    [{ above: '1', metric: 'lnks' }, 'links'],
  ])('refuses %o', async (flags, expected) => {
    const { session } = spoken()
    expect(await problemOf(() => discover({ ...asked, ...flags }, session))).toContain(expected)
  })
})
