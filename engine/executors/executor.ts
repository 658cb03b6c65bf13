/**
 * Ways to run many jobs, behind one interface: the results are the same for every executor.
 *
 * A job is an index. What an index means is known to a *job module*, which every worker imports
 * and prepares once with the same setup.
 *
 * @module
 */

/** What a job leaves behind. A failed job is a value, not an exception. */
export type Outcome = Success | Failure

/**
 * A finished job: typed arrays only, which cross between threads fast. What a receiver is given is its
 * own; a job makes new arrays every time.
 */
export interface Success {
  readonly ok: true
  readonly result: Float64Array
  readonly hashes: Uint32Array
  /** Rows asked for besides the result, by table. */
  readonly kept?: Readonly<Record<string, Float64Array>>
}

/** A job that could not be finished. */
export interface Failure {
  readonly ok: false
  /** Stable name in capitals. */
  readonly code: string
  readonly message: string
  readonly stack?: string
}

/** The module a job comes from. Both functions must depend on their arguments only. */
export interface JobModule {
  /** Called once per worker before its first job. */
  prepare(setup: unknown): void | Promise<void>
  runJob(index: number): Outcome | Promise<Outcome>
}

/** Where jobs come from. */
export interface JobSource {
  /** URL of a compiled job module. */
  readonly module: string
  /** Passed to `prepare`; must survive a structured clone. */
  readonly setup: unknown
}

/** What to do with the outcomes, and when to stop. None of it moves a result. */
export interface RunOptions {
  /** Takes one outcome; what it throws stops the run and rejects it. */
  onResult(index: number, outcome: Outcome): void
  /**
   * `asked` (default) delivers in the order of the list and holds back a bounded number of outcomes;
   * `asFinished` holds back none, for a receiver that places them by index itself.
   */
  readonly order?: 'asked' | 'asFinished'
  /** Jobs with the same number that stand side by side share costly state: one thread runs them. */
  readonly group?: (index: number) => number
  /** Stops after the jobs that are under way; everything finished is still delivered. */
  readonly signal?: AbortSignal
  /** Most jobs in one message to a thread; default: as many as suit their length. */
  readonly chunk?: number
}

/** How a run of jobs ended. */
export interface RunReport {
  /** Jobs delivered, failed ones among them. */
  readonly delivered: number
  readonly failed: number
  /** Some jobs were left because of the signal. */
  readonly aborted: boolean
}

/** Runs jobs. */
export interface Executor {
  readonly threads: number
  /** @param jobs  their indices, or a number n for 0..n−1 */
  run(jobs: number | readonly number[], options: RunOptions): Promise<RunReport>
  /** Releases the workers; call it once, when nothing runs any more. */
  close(): Promise<void>
}

/** Reads the indices of a run. */
export function indicesOf(jobs: number | readonly number[]): readonly number[] {
  return typeof jobs === 'number' ? Array.from({ length: jobs }, (_, index) => index) : jobs
}

/** A thrown thing as a value that survives the way between threads. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) {
    return { ok: false, code: 'JOB_FAILED', message: String(thrown) }
  }
  const named = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'JOB_FAILED'
  const failure = { ok: false, code: named, message: thrown.message } as const
  return thrown.stack === undefined ? failure : { ...failure, stack: thrown.stack }
}
