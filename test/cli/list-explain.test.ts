import { describe, expect, it } from 'vitest'
import { metricCatalogue } from '../../analysis/metrics/index.ts'
import { zhudai } from './zhudai.ts'

describe('zhudai', () => {
  it('alone says what it does, with three examples', async () => {
    const said = await zhudai([])
    expect(said.code).toBe(0)
    expect(said.stdout).toMatchInlineSnapshot(`
      "zhudai: what changes in China's loan-facilitation market (助贷) when the rules change

        zhudai run notice-9 --against rules-before     the 2025 notice against the rules before it
        zhudai run notice-9 --against rules-before -s aprCapPerLoan=20% -r 50
                                                       the same with a lower price ceiling, 50 replicates
        zhudai list levers                             every rule that can be set

      verbs: new, check, run, compare, report, list, explain, trace, query, sensitivity,
      discover, reproduce, score, verify. More: zhudai <verb> --help
      "
    `)
  })
})

describe('zhudai list', () => {
  it('has a line for every metric', async () => {
    const { stdout } = await zhudai(['list', 'metrics'])
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0])
    expect(ids).toEqual(metricCatalogue.map((metric) => metric.id))
  })

  it.each([
    ['levers', 'aprCapPerLoan'],
    ['readings', 'listSize'],
    ['parameters', 'tenor'],
    ['scenarios', 'rules-before'],
    ['targets', 'public-2025-targets'],
    ['banks', 'bank:yilian'],
    ['platforms', 'platform:ant'],
    ['guarantors', 'guarantor:qfin'],
    ['words', '马太效应'],
  ])('lists %s', async (kind, part) => {
    const { stdout, code } = await zhudai(['list', kind])
    expect(code).toBe(0)
    expect(stdout).toContain(part)
  })

  it('is JSON on request', async () => {
    const { stdout } = await zhudai(['list', 'scenarios', '--json'])
    const answer = JSON.parse(stdout) as { schema: string; items: { id: string }[] }
    expect(answer.schema).toBe('list/1')
    expect(answer.items.map((item) => item.id)).toContain('notice-9')
  })

  it('says what can be listed when asked for something else', async () => {
    const said = await zhudai(['list', 'things'])
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('levers, metrics')
  })
})

describe('zhudai explain', () => {
  it('gives a lever its article, history, place in the model, and whether it acts', async () => {
    const { stdout } = await zhudai(['explain', 'aprCostScope'])
    for (const part of ['interestPlusGuarantee', '2025-10', '金规〔2025〕9号', 'P2', 'acts']) {
      expect(stdout).toContain(part)
    }
    const silent = await zhudai(['explain', 'forcedReadingSeconds'])
    expect(silent.stdout).toContain('no effect')
  })

  it('defines metrics with unit and source, in both languages', async () => {
    const english = await zhudai(['explain', 'hhi'])
    expect(english.stdout).toContain('Hirschman')
    const chinese = await zhudai(['explain', 'hhi', '--lang', 'zh'])
    expect(chinese.stdout).toContain('集中度')
  })

  it('gives each value of a bank its origin, source, date and confidence', async () => {
    const { stdout } = await zhudai(['explain', 'bank:yilian'])
    expect(stdout).toMatch(/programmeAppetite +0\.714 +data +\w+ +2024-12-31 +http/)
    expect(stdout).toMatch(/complianceCapability .*imputed/)
    // One of the institutions that only some replicates have.
    const undrawn = await zhudai(['explain', 'bank:ant-microlender'])
    expect(undrawn.stdout).toContain('is drawn in each replicate')
  })

  it('explains parameters, scenarios, words and error codes', async () => {
    const ids = ['planningHorizon', 'notice-9', 'coLending', 'IDENTITY_BROKEN']
    for (const said of await Promise.all(ids.map((id) => zhudai(['explain', id])))) {
      expect(said.code).toBe(0)
      expect(said.stdout.split('\n').length).toBeGreaterThan(2)
    }
  })

  it('says what a reading is of each kind of institution, and who is in a group', async () => {
    const reading = await zhudai(['explain', 'newLoans'])
    expect(reading.stdout).toMatch(/of a bank +New facilitation loans \[mn\/month\]/)
    expect(reading.stdout).toMatch(/of a platform +New loans \[mn\/month\]/)
    const group = await zhudai(['explain', 'licence:private', '--lang', 'zh'])
    expect(group.stdout).toMatch(/成员数 +20/)
    expect(group.stdout).toMatch(/bank:yilian +亿联银行/)
  })

  it('gives each target of a shipped file with its spread and source', async () => {
    const { stdout } = await zhudai(['explain', 'public-2025-targets'])
    expect(stdout).toMatch(/yilian-cut .* −84\.0% +± 15\.0% +1 +whitelists\.csv/)
  })

  it.each([
    ['aprCapPerLaon', 'aprCapPerLoan'],
    ['bank:yilain', 'bank:yilian'],
    ['listsize', 'listSize'],
  ])('knows what was meant by %s', async (written, meant) => {
    const said = await zhudai(['explain', written])
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(`did you mean "${meant}"?`)
  })
})

describe('zhudai verify', () => {
  it('says what was expected and what came out', async () => {
    const said = await zhudai(['verify', '--only', 'V2'])
    expect(said.code).toBe(0)
    expect(said.stdout).toContain('V2')
  })
})
