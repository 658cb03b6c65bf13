import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { calibrationFacts } from '../../../../bin/explanations/calibration.ts'
import { check } from '../../../../bin/commands/check.ts'
import { list } from '../../../../bin/commands/list.ts'
import { readPlan } from '../../../../bin/plan.ts'
import { readLevers } from '../../../../bin/sources.ts'
import { TOY_FILE, toyCalibration } from '../../../fixtures/toy-calibration.ts'
import { spoken } from '../../sensitivity/spoken.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhudai-check-'))
afterAll(() => rmSync(folder, { recursive: true }))
const mine = join(folder, 'mine.yaml')
writeFileSync(
  mine,
  `schema: 1
id: mine
extends: notice-9
title: { en: Mine, zh: 我的 }
question: What if?
calibration: ${resolve(TOY_FILE)}
uncertainties: { legacyCost: 10%, choiceNoise: { uniform: [0.2 million, 1 million] } }
`,
)

describe('zhudai check', () => {
  it('says which set members are drawn of, how many, and what wins over it', async () => {
    const { session, lines } = spoken()
    await check({ files: [mine], set: [] }, session)
    const text = lines.join('\n')
    expect(text).toMatch(/calibration\n +toy-set +Four made-up members: 4 weighted members/)
    expect(text).toMatch(/one member: 10 parameters together/)
    expect(text).toMatch(/wins over the member: legacyCost, choiceNoise/)
  })

  it('says so in Chinese, and as JSON', async () => {
    const chinese = spoken({ language: 'zh' })
    await check({ files: [mine], set: [] }, chinese.session)
    expect(chinese.lines.join('\n')).toMatch(/校准\n +toy-set +四个虚构成员：4个加权成员/)
    const { session, lines } = spoken({ json: true })
    await check({ files: [mine], set: ['calibration=none'] }, session)
    const answer = JSON.parse(lines.join('\n')) as { scenarios: object[] }
    expect(answer.scenarios[0]).toMatchObject({ calibration: null })
  })
})

describe('-s calibration=…', () => {
  const flags = { scenarios: ['notice-9'], against: 'rules-before', report: false, keep: 'links' }

  it('holds in the scenario asked about and in the baseline', async () => {
    const asked = { ...flags, set: [`calibration=${TOY_FILE}`] } as never
    const { plan } = await readPlan(asked, readLevers())
    expect(plan.points.map(({ id, calibration }) => [id, calibration])).toEqual([
      ['rules-before', 'toy-set'],
      ['notice-9', 'toy-set'],
    ])
  })
})

describe('a calibration explained', () => {
  const { title, facts, table } = calibrationFacts(toyCalibration, 'en')

  it('has title, how it was obtained, members, and the interval of each parameter', () => {
    expect(title).toBe('toy-set — Four made-up members')
    const told = Object.fromEntries(facts)
    expect(told['obtained']).toMatch(/targets: toy-targets\n.*screened: 40\nleft: 10%/s)
    expect(told['members']).toMatch(/^4, as good as 3\.33 of equal weight/)
    expect(table).toHaveLength(11)
    const row = table.find(([id]) => id === 'markupScale')
    expect(row?.slice(2)).toEqual(['0.8', '1.1', '1.2', '1', ''])
  })

  it('is listed with its size once it is shipped', () => {
    const { session, lines } = spoken({ json: true })
    list('calibrations', 'results', session)
    const { items } = JSON.parse(lines.join('\n')) as { items: { id: string; size: string }[] }
    for (const { size } of items) expect(size).toMatch(/^\d+ × \d+$/)
    expect(items.map(({ id }) => id)).not.toContain('public-2025-targets')
  })
})
