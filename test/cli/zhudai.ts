import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/bin/zhudai.js', import.meta.url))

export interface Said {
  stdout: string
  stderr: string
  code: number | null
  /** Milliseconds until the first byte on stderr. */
  firstSign: number
}

interface Options {
  cwd?: string
  env?: Record<string, string>
  /** Called with everything on stderr so far. */
  onNote?: (child: ChildProcess, stderr: string) => void
}

/** Runs the built command as a child process without a terminal. */
export function zhudai(words: readonly string[], options: Options = {}): Promise<Said> {
  const { PATH = '' } = process.env
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...words], {
    cwd: options.cwd,
    env: { PATH, LANG: 'en_US.UTF-8', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Said = { stdout: '', stderr: '', code: null, firstSign: NaN }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (Number.isNaN(said.firstSign)) said.firstSign = performance.now() - started
    said.stderr += text
    options.onNote?.(child, said.stderr)
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ ...said, code }))
  })
}

/** A short run: a small opening, few months, two replicates. */
export const SHORT = ['-r', '2', '--periods', '2', '-j', '2', '-s', 'burnIn=1 month']

/** Digests of a result's files by name, but for those that may differ between two people. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !PERSONAL.includes(name))
  return Object.fromEntries(
    names.sort().map((name) => {
      const bytes = readFileSync(join(folder, name))
      return [name, createHash('sha256').update(bytes).digest('hex')]
    }),
  )
}

const PERSONAL = ['manifest.json', 'log.ndjson']

/** Times differ between runs; nothing else may. */
export function masked(text: string): string {
  return text.replace(/\d+:\d\d/g, 'M:SS')
}
