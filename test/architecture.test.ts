/**
 * The shape of the code: who may import whom, what may be used where, how large a file may be.
 *
 * Directions hold for all imports. Cycles are looked for among imports that exist at run time:
 * a type refers freely, because it is gone when the program runs.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { createLeverCatalogue } from '../agents/levers/catalogue.ts'
import { month } from '../agents/month.ts'
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import { metricCatalogue } from '../analysis/metrics/index.ts'

const ROOT = join(import.meta.dirname, '..')

/** Layers from the bottom up, with the layers each may import besides itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  agents: ['engine'],
  scenarios: ['engine'],
  analysis: ['engine', 'agents', 'scenarios'],
  bin: ['engine', 'agents', 'scenarios', 'analysis'],
  bench: ['engine', 'agents', 'scenarios', 'analysis', 'bin'],
}

/** Outside packages by the folder that may import them. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'engine/executors': ['piscina'],
  engine: ['seedrandom'],
  agents: ['zod'],
  scenarios: ['zod', 'yaml', 'csv-parse'],
  analysis: ['lib-r-math.js', 'mathjs'],
  'analysis/figures': ['@observablehq/plot', 'linkedom'],
  'analysis/results': ['hyparquet', 'hyparquet-writer', '@duckdb/node-api'],
  bin: ['yargs', 'picocolors', 'string-width'],
  bench: [],
}

const NODE_FOLDERS = ['engine/executors', 'analysis/results', 'bin', 'bench']
const KINDS = ['bank', 'platform', 'guarantor', 'borrower', 'regulator']

/** Files that are lists, and may be as long as what they list. */
const LISTS = ['agents/parameter-table.ts', 'analysis/words/en.ts', 'analysis/words/zh.ts']

const LONGEST_FILE = 250
const LONGEST_README = 30

interface Import {
  readonly name: string
  /** Gone when the program runs. */
  readonly erased: boolean
}

interface SourceFile {
  /** Path from the root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

const files = Object.keys(LAYERS).flatMap((layer) => filesUnder(layer, '.ts').map(readSource))

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => posix.join(entry.parentPath.slice(ROOT.length + 1), entry.name))
    .sort()
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  return { path, text, tree, imports: importsOf(tree) }
}

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const { moduleSpecifier } = node
      if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return
      const erased = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly
      found.push({ name: moduleSpecifier.text, erased })
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments
      if (ts.isStringLiteral(name)) found.push({ name: name.text, erased: false })
    }
  })
  return found
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** Path from the root of a file imported by `from`. */
function target(from: string, name: string): string {
  return posix.join(posix.dirname(from), name)
}

const isInside = (path: string, folder: string): boolean => path.startsWith(`${folder}/`)
const layerOf = (path: string): string => path.split('/')[0]
const isRelative = (name: string): boolean => name.startsWith('.')
const isBuiltin = (name: string): boolean =>
  name.startsWith('node:') || builtinModules.includes(name)

/** The package of a bare import: `csv-parse/sync` is `csv-parse`. */
function packageOf(name: string): string {
  const parts = name.split('/')
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
}

/** Lines `importer imports imported`, for every import that `isWrong`. */
function wrongImports(isWrong: (file: SourceFile, name: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ name }) => isWrong(file, name))
      .map(({ name }) => `${file.path} imports ${name}`),
  )
}

/** The first cycle of value imports, as the paths along it; empty when there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return []
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle.length > 0) return cycle
    }
    done.add(path)
    return []
  }
  for (const path of graph.keys()) {
    const cycle = visit(path, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

describe('imports', () => {
  it('are read from every layer', () => {
    for (const layer of ['engine', 'agents', 'scenarios', 'analysis', 'bin']) {
      const imports = files.filter((file) => layerOf(file.path) === layer).flatMap((f) => f.imports)
      expect(imports.length, layer).toBeGreaterThan(10)
    }
  })

  it('run downhill', () => {
    const uphill = wrongImports((file, name) => {
      if (!isRelative(name)) return false
      const layer = layerOf(file.path)
      const reached = layerOf(target(file.path, name))
      return reached !== layer && !LAYERS[layer].includes(reached)
    })
    expect(uphill).toEqual([])
  })

  it('name the file they mean, which exists', () => {
    const known = new Set(files.map((file) => file.path))
    expect(
      wrongImports((file, name) => isRelative(name) && !known.has(target(file.path, name))),
    ).toEqual([])
  })

  it('form no cycle', () => {
    const graph = new Map(
      files.map((file) => [
        file.path,
        file.imports
          .filter(({ name, erased }) => isRelative(name) && !erased)
          .map(({ name }) => target(file.path, name)),
      ]),
    )
    expect(findCycle(graph)).toEqual([])
  })

  it('never lead from one kind of agent to another', () => {
    const kindOf = (path: string) => KINDS.find((kind) => isInside(path, `agents/${kind}`))
    const across = files.flatMap((file) =>
      file.imports
        .filter(({ name, erased }) => {
          if (!isRelative(name)) return false
          const from = kindOf(file.path)
          const to = kindOf(target(file.path, name))
          if (from === undefined || to === undefined || from === to) return false
          // The rule book is what all kinds read: its type belongs to the market.
          return !(erased && target(file.path, name) === 'agents/regulator/rule-book.ts')
        })
        .map(({ name }) => `${file.path} imports ${name}`),
    )
    expect(across).toEqual([])
  })

  it('take outside packages only where they are listed', () => {
    const wrong = wrongImports((file, name) => {
      if (isRelative(name) || isBuiltin(name)) return false
      const allowed = Object.entries(PACKAGES)
        .filter(([folder]) => isInside(file.path, folder))
        .flatMap(([, packages]) => packages)
      return !allowed.includes(packageOf(name))
    })
    expect(wrong).toEqual([])
  })

  it('take only packages that are installed with the product', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const missing = wrongImports(
      (_, name) => !isRelative(name) && !isBuiltin(name) && !(packageOf(name) in dependencies),
    )
    expect(missing).toEqual([])
  })

  it('take what Node brings only in executors, results, the command line and benchmarks', () => {
    const wrong = wrongImports(
      (file, name) => isBuiltin(name) && !NODE_FOLDERS.some((one) => isInside(file.path, one)),
    )
    expect(wrong).toEqual([])
  })

  it('would be seen if they closed a circle', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ])
    expect(findCycle(circle)).toEqual(['b', 'c', 'b'])
  })
})

/** Names used as `object.name`, and bare identifiers, in the layers below the command line. */
function usesBelowBin(isWrong: (text: string, path: string) => boolean): string[] {
  const found: string[] = []
  for (const { path, tree } of files) {
    if (isInside(path, 'bin') || isInside(path, 'bench')) continue
    walk(tree, (node) => {
      const named = ts.isPropertyAccessExpression(node) || isFreeIdentifier(node)
      if (named && isWrong(node.getText(tree), path)) found.push(`${path}: ${node.getText(tree)}`)
    })
  }
  return found
}

/** An identifier that stands for a value, and is not a property of something else. */
function isFreeIdentifier(node: ts.Node): boolean {
  if (!ts.isIdentifier(node)) return false
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent)
}

describe('results', () => {
  it('depend on no clock, no ambient luck and no locale', () => {
    const ambient = new Set(['Math.random', 'Date', 'Intl', 'crypto'])
    const clock = /^performance\.\w+$/
    const wrong = usesBelowBin(
      (text, path) =>
        ambient.has(text) ||
        /\.toLocale\w*$/.test(text) ||
        // Executors time their jobs; no result holds what they read.
        (clock.test(text) && !isInside(path, 'engine/executors')),
    )
    expect(wrong).toEqual([])
  })

  it('use the functions of engine/numerics where Node versions or machines may differ', () => {
    const machine =
      /^Math\.(pow|exp|expm1|log|log1p|log2|log10|sin|cos|tan|a?sinh?|a?cosh?|a?tanh?|atan2|cbrt|hypot)$/
    const wrong = usesBelowBin(
      (text, path) => machine.test(text) && !isInside(path, 'engine/numerics'),
    )
    expect(wrong).toEqual([])
  })
})

describe('sources', () => {
  it('are stated by the file of every phase', () => {
    const phase = /export const (\w+): Phase<Market> = \{\s*id: '([\w.]+)'/g
    const stated = new Map<string, boolean>()
    for (const { path, text } of files) {
      if (!isInside(path, 'agents')) continue
      for (const [, , id] of text.matchAll(phase)) stated.set(id, /@source \S/.test(text))
    }
    expect(month.filter(({ id }) => stated.get(id) !== true).map(({ id }) => id)).toEqual([])
  })

  it('are stated by every lever, parameter and metric', () => {
    const rules: unknown = JSON.parse(readFileSync(join(ROOT, 'scenarios/data/rules.json'), 'utf8'))
    const all = [...createLeverCatalogue(rules).list, ...parameterCatalogue, ...metricCatalogue]
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter(({ source }) => source.trim() === '').map(({ id }) => id)).toEqual([])
  })
})

describe('files', () => {
  it('hold one idea: at most 250 lines, lists apart', () => {
    const long = files
      .filter(({ path }) => !LISTS.includes(path))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
      .map(({ path, lines }) => `${path}: ${lines}`)
    expect(long).toEqual([])
  })

  it('are introduced, folder by folder, in at most 30 lines', () => {
    const folders = ['engine', 'agents', 'scenarios', 'analysis', 'bin']
    const readmes = folders.flatMap((folder) => filesUnder(folder, 'README.md'))
    for (const folder of folders) expect(readmes).toContain(`${folder}/README.md`)
    const long = readmes.filter((path) => {
      return readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length > LONGEST_README
    })
    expect(long).toEqual([])
  })
})
