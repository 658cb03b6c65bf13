/**
 * What takes part in a mutation run, and where it keeps what it finds.
 * @module
 */
import { existsSync, readdirSync } from 'node:fs'
import { posix } from 'node:path'

export const RESULTS = 'results/mutations'
export const OUTCOMES = `${RESULTS}/outcomes.jsonl`
export const TODO = `${RESULTS}/todo.json`
export const LOG = `${RESULTS}/log.txt`
export const EXPLAINED = 'test/mutations/explained.json'
export const PAGE = 'docs/MUTATIONS.md'

/** Folders and files that hold equations; the model's first. */
const EQUATIONS = [
  ...['pricing', 'bank', 'borrower', 'guarantor', 'settlement', 'loans', 'shocks', 'regulator'],
  ...['platform', 'populate'],
].map((folder) => `agents/${folder}`)
const KERNEL = ['choice', 'distributions', 'ledger', 'stream', 'links', 'sfc32', 'hash', 'time']

/** Tests of more than ten seconds that repeat whole runs. */
const LONG = /same-key|hard-months/

/** Files that stand by themselves, and the tests that know them; all others need tests of the market. */
const PARTS = [
  {
    files: /^(engine|analysis\/statistics)\//,
    tests:
      /^test\/((unit|property|statistical)\/(engine\/(?!executors)|statistics)|unit\/model\/(screening|stock)|mutations\/verify-(kernel|statistics))/,
  },
  {
    files: /^(agents|analysis\/metrics)\//,
    tests:
      /^test\/(unit\/(model|metrics|populate|regulator|settlement|shocks|checks|levers|chronicle|stories)|property\/(metrics|model|populate)|metamorphic|statistical\/model|mutations\/verify-market)/,
  },
  {
    files: /^analysis\/(measurement|score|calibration)\//,
    tests: /^test\/(unit|property|statistical)\/(measurement|score|calibration|targets)/,
  },
]

/** Paths from the root of the files whose equations are changed. */
export function mutatedFiles(): string[] {
  return [
    ...EQUATIONS.flatMap(filesUnder),
    ...filesUnder('agents').filter((path) => /^agents\/[^/]+$/.test(path)),
    ...KERNEL.map((name) => `engine/${name}.ts`),
    ...['engine/numerics', 'analysis/metrics', 'analysis/statistics'].flatMap(filesUnder),
    ...['analysis/measurement', 'analysis/score', 'analysis/calibration'].flatMap(filesUnder),
  ].filter((path) => !path.endsWith('.d.ts'))
}

/** The parts of the program: which files are changed together, and the tests that may turn red. */
export function programParts(): { isOf: (file: string) => boolean; tests: string[] }[] {
  const all = filesUnder('test').filter((path) => /\.(test|ring)\.ts$/.test(path))
  return PARTS.map(({ files, tests }) => ({
    isOf: (file) => files.test(file),
    tests: all.filter((path) => tests.test(path) && !LONG.test(path)),
  }))
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}
