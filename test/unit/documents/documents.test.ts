import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { month } from '../../../agents/month.ts'
import { referencePage } from './reference-page.ts'

const read = (path: string): string => readFileSync(path, 'utf8')
const documents = [
  'README.md',
  'agents/README.md',
  'agents/ODD.md',
  'docs/README.md',
  'docs/MODEL.md',
  'docs/MODEL-zh.md',
  'docs/LIMITS.md',
  'docs/LIMITS-zh.md',
]

describe('agents/ODD.md', () => {
  it('lists the phases of a month in the order of the code', () => {
    const [, part] = read('agents/ODD.md').split('<!-- part: phases -->')
    const [phases] = part.split('<!-- /part -->')
    const listed = [...phases.matchAll(/^\d+\. `([\w.]+)`/gm)].map(([, id]) => id)
    expect(listed).toEqual(month.map((phase) => phase.id))
  })

  it('names files that exist', () => {
    const names = read('agents/ODD.md').matchAll(/`([\w-]+\/[\w./-]*)`/g)
    const missing = [...names]
      .map(([, name]) => name)
      .filter((name) => !existsSync(`agents/${name}`))
    expect(missing).toEqual([])
  })
})

describe('agents/DECISIONS.md', () => {
  it('gives choice, source, alternatives and reason of every entry', () => {
    const [, ...entries] = read('agents/DECISIONS.md').split(/^### /m)
    expect(entries.length).toBeGreaterThan(10)
    for (const entry of entries) {
      const [title] = entry.split('\n')
      for (const part of ['Choice', 'Source', 'Alternatives', 'Reason']) {
        expect(entry.includes(`**${part}**`), `${title}: ${part}`).toBe(true)
      }
    }
  })
})

describe('docs/reference.md', () => {
  it('is what the code says', async () => {
    const config = await resolveConfig('docs/reference.md')
    const page = await format(referencePage(), { ...config, parser: 'markdown' })
    await expect(page).toMatchFileSnapshot('../../../docs/reference.md')
  })
})

describe('links between documents', () => {
  it('lead somewhere', () => {
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:)([^)#\s]+)/g)]
        .map(([, link]) => posix.join(posix.dirname(path), link))
        .filter((target) => !existsSync(target))
        .map((target) => `${path} → ${target}`),
    )
    expect(broken).toEqual([])
  })
})

describe('the changelog', () => {
  it('says which results moved, in every version', () => {
    const [, ...versions] = read('CHANGELOG.md').split(/^## /m)
    expect(versions.length).toBeGreaterThan(0)
    for (const version of versions) expect(version).toContain('### Results')
  })
})
