/**
 * Failures that users of other engines met, and the tests that would catch them here.
 * @module
 */

/** A test by its file and its name. */
export interface NamedTest {
  readonly file: string
  readonly name: string
}

/** What went wrong elsewhere, and what holds here. */
export interface RuledOut {
  readonly seen: string
  readonly property: string
  readonly tests: readonly NamedTest[]
}

const test = (file: string, name: string): NamedTest => ({ file: `test/${file}.test.ts`, name })

export const ruledOut: readonly RuledOut[] = [
  {
    seen: 'Replicates that were copies because each got the same seed (Mesa PR 2841)',
    property: 'Equal state hashes of two replicates stop the run with an error',
    tests: [
      test(
        'unit/results/result-folder',
        'stops when two replicates of a point end alike, also across sessions',
      ),
      test('unit/engine/simulate', 'gives another replicate another fingerprint'),
    ],
  },
  {
    seen: 'Results that depend on thread count, task order or interruption (BeforeIT, FLAME GPU 2 issue 417)',
    property: 'Byte-equal results for 1, 2 and 3 workers, shuffled jobs, interrupted and resumed',
    tests: [
      test(
        'unit/engine/executors/executors',
        'give the same results in the same order inline and on 1, 2 and 3 threads',
      ),
      test('property/results/parts', 'has the same bytes for every order, partition and number of finishes'), // prettier-ignore
      test('unit/results/interruption', 'in its first run, at any step, ends with the same bytes'),
      test('cli/run', 'keeps what is finished after Ctrl-C, and the same command ends with the same bytes'), // prettier-ignore
    ],
  },
  {
    seen: 'Adding a value to a grid reseeds later runs (flocc)',
    property: 'Adding points, scenarios or replicates never changes an existing row',
    tests: [
      test('property/design/plan', 'by grid values, scenarios or replicates keeps every job it had'), // prettier-ignore
      test('property/design/plan', 'by points of a sobol design keeps every job it had'),
      test('unit/results/result-folder', 'extended by replicates has the bytes of one run of the larger number'), // prettier-ignore
    ],
  },
  {
    seen: 'Set ordering changes results (Mesa 745)',
    property:
      'No unordered iteration where order matters: agents listed in another order end alike',
    tests: [
      test('metamorphic/model/agent-order', 'turned round, with ids and all, leaves every metric where it was'), // prettier-ignore
      test('unit/engine/choice', 'does not depend on the order in which alternatives are listed'),
    ],
  },
  {
    seen: 'A collector perturbs the random stream, or stores references later rewritten (Agents.jl 502, Mesa 3035)',
    property: 'Recording draws nothing from anybody else’s luck and copies scalars',
    tests: [
      test('unit/verification/ruled-out', 'leaves the market as it was, whatever a metric or observer draws'), // prettier-ignore
      test('unit/verification/ruled-out', 'keeps what was recorded when the market moves on'),
    ],
  },
  {
    seen: 'Off-by-one horizon (Mesa 3.3.1)',
    property: '36 periods are 36 steps',
    tests: [
      test('unit/engine/simulate', 'takes 36 steps for 36 periods and records each'),
      test('unit/experiment/experiment', 'runs the months asked for, all of them recorded'),
    ],
  },
  {
    seen: 'The whole sweep held in memory, leaks over runs (Mesa 1915, NetLogo 2412)',
    property:
      'Outcomes in memory are bounded whatever the number of replicates (`npm run endurance` measures the peak)',
    tests: [
      test('unit/engine/executors/delivery', 'lets only the oldest job start while it holds back much memory'), // prettier-ignore
      test('unit/engine/executors/executors', 'end in order when far more jobs than may be held back follow a slow one'), // prettier-ignore
      test('unit/engine/executors/parcel', 'leaves outcomes that own their arrays when its memory is freed'), // prettier-ignore
      test('unit/verification/ruled-out', 'holds no more memory after thousands of replicates than after hundreds'), // prettier-ignore
    ],
  },
  {
    seen: 'One failed run sinks the batch (OpenMOLE 466), or its stale output is read (EMA)',
    property: 'A failed replicate is a row with seed, period, message and replay command',
    tests: [
      test('unit/engine/executors/executors', 'return a failed job as a value with its code and go on'), // prettier-ignore
      test('unit/results/read-result', 'tells of every replicate, of one that failed how to run it again'), // prettier-ignore
      test('unit/results/summary', 'compares replicate by replicate, without those that failed on either side'), // prettier-ignore
    ],
  },
  {
    seen: 'Intervals that change on re-run, seeds of unclear meaning (SALib 504, 451)',
    property:
      'Every interval is seeded and repeatable; indices carry a flag until they have settled',
    tests: [
      test('unit/statistics/statistics', 'never changes on a second look, and does with another seed'), // prettier-ignore
      test('unit/statistics/best-policies', 'is wider than one by one, and repeatable'),
      test('unit/statistics/sobol-indices', 'has the same intervals every time it is asked, and others under another name'), // prettier-ignore
      test('unit/statistics/sobol-indices', 'says nothing of a constant, and does not call that settled'), // prettier-ignore
      test('statistical/statistics/sobol-indices', 'are found within .02 at 4,096 base points, and are settled by then'), // prettier-ignore
    ],
  },
  {
    seen: 'Lucky points win a noisy search (black-it, mgo 8)',
    property:
      'The best of several is named only with what it beats beyond doubt; the best fit of a calibration with replicates that had no part in choosing it',
    tests: [
      test('statistical/calibration/incumbent', 'is not the luckiest: fresh replicates choose, and others than those tell how good it is'), // prettier-ignore
      test('statistical/statistics/best-policies', 'is right about all policies at once in at least 93% of 1,000 trials, none being better'), // prettier-ignore
    ],
  },
  {
    seen: 'Independent runs compared as if paired information did not exist (BeforeIT tutorial)',
    property: 'Policies are compared on the same draws, and the variance reduction is printed',
    tests: [
      test('statistical/statistics/coverage', 'cover a known difference in 93 to 97% of 1,000 trials, and common draws pay'), // prettier-ignore
      test('unit/results/summary', 'compares replicate by replicate, without those that failed on either side'), // prettier-ignore
    ],
  },
  {
    seen: 'Choice by inverse CDF makes agents hop between options that did not change (ActivitySim 568, 744)',
    property: 'Keyed Gumbel errors: no such hops without feedback',
    tests: [
      test('statistical/engine/choice', 'never makes a chooser leave an alternative that did not get worse'), // prettier-ignore
    ],
  },
  {
    seen: 'A rule that is really a rolling-window or share-of-flow limit modelled as a hard cap (housing-model 47)',
    property:
      'Limits are typed: hard, share of flow, rolling window, phased in, grandfathered, scoped',
    tests: [
      test('unit/levers/lever-forms', 'is a limit for every acting lever whose number binds: rates, shares, paths, lists'), // prettier-ignore
      test('unit/levers/lever-forms', 'tells a mean over new loans from a hard limit of the same number'), // prettier-ignore
      test('unit/levers/lever-forms', 'says what is phased in and what is measured against a date'),
    ],
  },
  {
    seen: 'float32 ties ordered differently by CPU (Starsim 3.7.2)',
    property: 'float64 throughout, ties broken by id',
    tests: [
      test('unit/engine/choice', 'gives a tie to the lower id'),
      test('unit/verification/ruled-out', 'stores no number in 32 bits of floating point'),
    ],
  },
]
