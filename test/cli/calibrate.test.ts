import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zhudai } from './zhudai.ts'

const cwd = mkdtempSync(join(tmpdir(), 'zhudai-calibrate-'))
const TARGETS = `schema: 1
id: few-targets
title: { en: Few, zh: 少 }
targets:
  - { id: list, quantity: listSize, of: bank:yilian, at: 2024-12, observed: 56, within: 3 }
  - { id: price, quantity: averagePrice, of: platform:qfin, at: 2024-12, observed: 21%, within: 1% }
`
beforeAll(() => writeFileSync(join(cwd, 'few.yaml'), TARGETS))
afterAll(() => rmSync(cwd, { recursive: true }))

describe('zhudai calibrate', () => {
  it('refuses at once, with all that is wrong, and runs nothing', async () => {
    const words = ['calibrate', './few.yaml', '--screen', '10', '--members', 'many']
    words.push('--story', 'cut', '--set', 'markupScale=1')
    const { code, stderr } = await zhudai(words, { cwd })
    expect(code).toBe(2)
    for (const part of ['4 problems', '--screen', '--members', '--story', 'markupScale']) {
      expect(stderr).toContain(part)
    }
    expect(readdirSync(cwd)).toEqual(['few.yaml'])
  })
})
