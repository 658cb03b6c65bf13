/**
 * Pages that people write and the code completes: what stands between two markers is made from the code.
 *
 *     <!-- part: name -->
 *     …
 *     <!-- /part -->
 * @module
 */
import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'

/** Parts of a page by name; a function is asked only when its part is on the page. */
export type Parts = Readonly<Record<string, () => string>>

const PART = /<!-- part: ([\w-]+) -->\n([\s\S]*?)<!-- \/part -->/g

/** Whether every part of a page says what the code says, however it is laid out. */
export function isFilled(path: string, parts: Parts): boolean {
  return [...readFileSync(path, 'utf8').matchAll(PART)].every(
    ([, name, text]) => plain(text) === plain(partNamed(path, parts, name)),
  )
}

/** The page with every part made anew, as the formatter leaves it. */
export async function filledPage(path: string, parts: Parts): Promise<string> {
  const page = readFileSync(path, 'utf8').replace(
    PART,
    (_, name: string) =>
      `<!-- part: ${name} -->\n\n${partNamed(path, parts, name)}\n\n<!-- /part -->`,
  )
  const config = await resolveConfig(path)
  return format(page, { ...config, parser: 'markdown' })
}

function partNamed(path: string, parts: Parts, name: string): string {
  const part = parts[name]
  if (part === undefined) throw new RangeError(`${path}: no part ${name}`)
  return part()
}

/** Without what the formatter adds: spaces, escapes, and rules as wide as their columns. */
const plain = (text: string): string => text.replace(/[\s\\]/g, '').replace(/-+/g, '-')

/** Names of the parts on a page. */
export function partsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(PART)].map(([, name]) => name)
}
