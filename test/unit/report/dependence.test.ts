import { describe, expect, it } from 'vitest'
import { plantedDependence, TEN } from './planted-dependence.ts'
import { reportOf, type Rendered } from './rendered.ts'
import { kinds } from './synthetic.ts'

const METRICS = ['links', 'originations', 'averageApr']

async function sectionOf(page: Promise<Rendered>, language: 'en' | 'zh'): Promise<string> {
  const { all } = await page
  const [found] = all(`[data-edition=${language}] [data-section=assumptions]`)
  return found.textContent.replace(/\s+/g, ' ')
}

const planted = () => reportOf('drawn')
const withOnly = (replicates: number) =>
  reportOf('drawn', { dependence: plantedDependence(replicates, METRICS) })

describe('what the answer depends on', () => {
  it('names the planted input first, with its share and interval', async () => {
    const { source } = await planted()
    const [{ metrics }] = source.dependence!.scenarios
    const [{ verdict, inputs }] = metrics
    expect(verdict).toBe('told')
    // 400² of 400² + 150² + 130² is 80%; the interval holds it.
    expect(inputs[0].id).toBe('planningHorizon')
    expect(inputs[0].alone.low!).toBeLessThan(160_000 / 199_400)
    expect(inputs[0].alone.high!).toBeGreaterThan(160_000 / 199_400)
    expect(inputs.map(({ id }) => id).sort()).toEqual([...TEN].sort())
    expect(await sectionOf(planted(), 'en')).toMatch(
      /: the spread goes with planning horizon [78]\d\.\d% \(\d\d\.\d to \d\d\.\d%/,
    )
    expect(await sectionOf(planted(), 'zh')).toMatch(/差异随以下各项而变：规划期限 [78]\d\.\d%/)
  })

  it('shows it in a figure whose title, bars and table agree', async () => {
    const { all } = await planted()
    const [figure] = all('#en-inputs')
    expect(all('[data-edition=en] [data-section=assumptions]')[0].textContent).toContain(
      '10 assumptions are drawn anew',
    )
    expect(figure.querySelector('h3')!.textContent).toContain('Planning horizon')
    expect(figure.querySelector('svg desc')!.textContent).toMatch(/Planning horizon [78]\d\.\d%/)
    const untold = [...figure.querySelectorAll('.twin td data')].filter(
      (one) => one.textContent !== '–' && !one.getAttribute('data-path'),
    )
    expect(untold).toEqual([])
  })

  it('tells which input turns the sign, and at which of its values', async () => {
    expect(await sectionOf(planted(), 'en')).toMatch(
      /The sign depends on planning horizon: −\d+\.\d at .*, \+\d+\.\d at/,
    )
  })

  it('finds the planted box, in a sentence with quasi-p-values and in two figures', async () => {
    const { source, all } = await planted()
    const { limits } = source.dependence!.scenarios[0].metrics[1]
    const [rule] = limits!.rules
    expect(rule.limits.map(({ id }) => id)).toEqual(['planningHorizon', 'choiceNoise'])
    expect(rule.limits[0].low!).toBeCloseTo(0.4, 1)
    expect(rule.limits[1].high!).toBeCloseTo(0.5, 1)
    expect(rule.density).toBeGreaterThan(0.9)
    const said = await sectionOf(planted(), 'en')
    expect(said).toMatch(/When planning horizon is at least .* and .* is at most .*, the change of/)
    expect(said).toContain('below 0.001')
    expect(await sectionOf(planted(), 'zh')).toMatch(/当规划期限不低于.*且.*不高于.*时/)
    expect(all('#en-rules-originations .twin tbody tr').length).toBe(2)
    expect(all('#en-trade-off-links svg.trade-off').length).toBe(1)
  })

  it('says that a metric is the same in every run rather than rank it', async () => {
    expect(await sectionOf(planted(), 'en')).toContain('the same in every run')
  })

  it('says that there are too few cases rather than show noise', async () => {
    const few = withOnly(24)
    const said = await sectionOf(few, 'en')
    expect(said).toContain('Too few cases to rank what results depend on: 1 point, 24 replicates.')
    expect(said).toContain('takes 44 replicates at least')
    expect(said).toContain('Too few cases to look for limits')
    expect(await sectionOf(few, 'zh')).toContain('情形过少，无法对结果取决于哪些项排序')
    const { all } = await few
    expect(all('#en-inputs')).toEqual([])
    expect(all('[id^=en-rules]')).toEqual([])
  })

  it('says that no input stands out where outcomes are luck', async () => {
    const planted = plantedDependence(200, METRICS)
    const metrics = planted.scenarios[0].metrics.map((metric) => ({
      ...metric,
      verdict: metric.verdict === 'told' ? ('noneStandsOut' as const) : metric.verdict,
      inputs: metric.inputs.map((input) => ({ ...input, alone: { ...input.alone, low: 0 } })),
    }))
    const dependence = { ...planted, scenarios: [{ id: 'after', metrics }] }
    const page = reportOf('drawn', { dependence })
    expect(await sectionOf(page, 'en')).toContain('no input stands out from luck')
  })

  it('travels with the report, so that every number can be looked up', async () => {
    const { page, source } = await planted()
    const carried = JSON.parse(page.querySelector('#dependence')!.textContent) as unknown
    expect(carried).toEqual(JSON.parse(JSON.stringify(source.dependence)))
    expect(kinds.pair.dependence).toBeUndefined()
    const { page: without } = await reportOf('pair')
    expect(without.querySelector('#dependence')).toBeNull()
  })
})
