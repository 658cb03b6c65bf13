/**
 * English messages.
 * @module
 */
import { memberSetIn } from './member-set.ts'
import type { Messages } from './messages.ts'
import { formatLevel } from './numbers.ts'
import { comparison, levels, sentence } from './sentences-en.ts'

function names(texts: readonly { readonly en: string }[]): string {
  return texts.map((text) => text.en).join('; ')
}

export const english: Messages = {
  themes: {
    partners: 'Partners',
    institutions: 'Institutions',
    concentration: 'Concentration',
    credit: 'Credit',
    price: 'Price',
    risk: 'Risk and capital',
    compliance: 'Compliance',
  },
  columns: {
    baseline: 'baseline',
    reform: 'reform',
    change: 'change',
    interval: '95% interval',
    level: 'mean',
  },
  notDistinguishable: 'not distinguishable',
  sameInAllPairs: 'the same in all pairs',
  comparison,
  levels,
  caveats({ guidance, unknown, origins, calibrations = [], notes }) {
    const isCalibrated = calibrations.length > 0 && !calibrations.includes(null)
    const rate = (value: number) => formatLevel(value, 'share', 'en')
    return [
      ...sentence(
        guidance.length === 0
          ? ''
          : `Rests on unpublished guidance, drafts or experiments, not on law: ${names(guidance)}.`,
      ),
      ...sentence(
        unknown.length === 0
          ? ''
          : `The rules give no number for: ${names(unknown)}. A parameter or no limit stands in.`,
      ),
      `Opening market: ${rate(origins.data)} of its values are observed, ${rate(origins.derived)} derived ` +
        `from observations, ${rate(origins.imputed)} imputed` +
        `${origins.inverted > 0 ? `, ${rate(origins.inverted)} solved from the model` : ''}.`,
      ...calibrations.map((one) => memberSetIn('en').over(one)),
      ...notes,
      isCalibrated
        ? 'A tool for thinking about rules, not a forecast: many numbers are assumed, and the interval covers chance and the calibrated ones, not the others.'
        : 'A tool for thinking about rules, not a forecast: many numbers are assumed, and the interval covers chance, not them.',
    ]
  },
  reading(n, wanted, periods, paired) {
    const short = n < wanted ? ` of ${wanted} asked for` : ''
    const what = paired ? `${n} pairs${short} that share every draw` : `${n} replicates${short}`
    const count = `n = ${what}, ${periods} months.`
    return `${count} Lists and balances: end of the last month. New loans, prices and costs: mean of the last ${Math.min(12, periods)} months.`
  },
  varianceReduction: (factor) =>
    `Sharing draws cuts the variance of the change in partnerships by a factor of ${formatLevel(factor, '1', 'en')}.`,
  morePairs: (label, n, needed) =>
    `${label}: not distinguishable from no change at n = ${n}; about ${needed} pairs would tell.`,
  next: (command) => `next: ${command}`,
  running: (jobs, threads) =>
    `running ${jobs} jobs on ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
  timeLeft: (duration) => `${duration} left`,
  interval: (label, mean, half) => `${label} ${mean} ± ${half}`,
  doneIn: (duration) => `done in ${duration}`,
  stopped: (done, jobs) => `stopped after ${done} of ${jobs} jobs. Everything finished is kept.`,
  failed: (done, jobs, failures) =>
    `${done} of ${jobs} replicates done, ${failures.length} failed (${failures.join(', ')})`,
  replay: (command) => `replay  ${command}`,
  nothingFinished: 'no replicate was finished: there is nothing to report',
  problems(count, place) {
    const many = `${count} ${count === 1 ? 'problem' : 'problems'}`
    return `error: ${many}${place === undefined ? '' : ` in ${place}`} — nothing was run`
  },
  problemPhrase: (phrase) => phrase,
  problem: { at: 'at', expected: 'expected', got: 'got', hint: 'hint' },
  see: (command) => `see  ${command}`,
  unexpected: (message) => `error: ${message}`,
}
