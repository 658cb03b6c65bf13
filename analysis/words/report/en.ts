/**
 * What a report says in English: each text is a function of its numbers.
 * @module
 */
import { dependenceInEnglish } from './dependence.ts'
import { many } from './many.ts'

export const reportInEnglish = {
  skip: 'Skip to the report',
  contents: 'Contents',
  language: 'Language',
  switched: 'The report is now in English.',
  and: (names: readonly string[]) =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`,
  join: ', ',
  semicolon: '; ',
  colon: ': ',
  bracketed: (text: string, more: string) => `${text} (${more})`,
  report: 'Report',
  brief: 'Brief',
  against: (baseline: string) => `compared with ${baseline}`,
  modesty:
    'A model for comparing rules under stated assumptions, not a forecast. See what this does not say.',
  sections: {
    question: 'Question',
    answer: 'Answer',
    changed: 'What was changed',
    time: 'Effects over time',
    groups: 'Who gains, who loses',
    shape: 'The market’s shape',
    assumptions: 'What the answer depends on',
    limits: 'What this does not say',
    method: 'Method',
    provenance: 'Provenance',
    data: 'Data',
  },
  /** Section 4 of a sweep. */
  settings: 'Effects by setting',
  kinds: {
    single: (title: string) => `One scenario by itself, ${title}. Levels, not effects.`,
    several: (titles: string) =>
      `Several scenarios beside each other, compared with none of them: ${titles}. Levels, not effects.`,
    pair: (reform: string, baseline: string) => `${reform}, compared with ${baseline}.`,
    reforms: (reforms: string, baseline: string) =>
      `Several reforms, each compared with ${baseline}: ${reforms}.`,
    sweep: (title: string, points: number, baseline: string | undefined) =>
      `A sweep of ${title}: ${many(points, 'setting', 'settings')}${baseline === undefined ? '' : `, each compared with ${baseline}`}.`,
  },
  failures: (done: number, all: number, failed: number) =>
    `${done} of ${many(all, 'run', 'runs')} finished, ${failed} failed. Every number rests on the n beside it; what failed is left out, never replaced.`,
  failedOf: (title: string, replicates: string) => `${title}: replicates ${replicates}`,
  empty: (title: string, month: string) =>
    `${title}: the market is empty in ${month}. No partnership and no loan is left in any replicate; shares, prices and rates of nothing are not defined and shown as a dash.`,
  headlines: 'All headline numbers',
  headlinesNote:
    'Mean over pairs with its 95% interval. A dash is not defined; “not distinguishable” means that the interval of the mean change holds zero.',
  levelsNote: 'Mean over replicates with its 95% interval. A dash is not defined.',
  columns: {
    metric: 'Metric',
    unit: 'Unit',
    baseline: 'Baseline',
    reform: 'Reform',
    change: 'Change',
    interval: '95% interval',
    reading: 'Reading',
    level: 'Mean',
    n: 'n',
    point: 'Setting',
    rule: 'Rule',
    from: 'From',
    source: 'Legal source',
    parameter: 'Assumption',
    value: 'Value',
    usual: 'Value otherwise',
    range: 'Plausible range',
    class: 'Basis',
    definition: 'Definition',
    id: 'Id',
    change95: 'Change, 95% interval',
  },
  readings: {
    identical: 'the same in all pairs',
    higher: '▲ higher',
    lower: '▼ lower',
    notDistinguishable: 'not distinguishable',
    undefined: 'not defined',
  },
  themes: { own: 'Own metrics' },
  sweep: {
    span: (metric: string, low: string, atLow: string, high: string, atHigh: string) =>
      `${metric}: lowest, ${low}, at ${atLow}; highest, ${high}, at ${atHigh}.`,
    same: (metric: string, value: string) => `${metric}: ${value} at every setting.`,
    spanChange: (metric: string, low: string, atLow: string, high: string, atHigh: string) =>
      `${metric}: the change against the baseline runs from ${low} at ${atLow} to ${high} at ${atHigh}.`,
    best: 'Which settings may be the best',
    bestNote:
      'By metrics on which one direction is better for everybody. All settings are compared at once; the best is among those named with 95% probability.',
    bestOf: (metric: string, direction: string) => `${metric} (${direction})`,
    higher: 'higher is better',
    lower: 'lower is better',
    mayBe: 'May be the best',
    allMay: (count: number) => `all ${count}: they cannot be told apart`,
    more: (count: number) => `and ${many(count, 'other', 'others')}`,
    allPoints: 'All settings',
    cut: (shown: number, all: number) =>
      `The first ${shown} of ${all} settings; the others are in points.csv and changes.csv.`,
  },
  changed: {
    none: 'No rule that acts differs between the scenarios within the months of the run.',
    single: 'Nothing is compared: this is the scenario as it stands. Rules are those of the law',
    law: {
      dated: 'every published rule from its own date',
      asOf: (month: string) => `as it stood in ${month}, for ever`,
    },
    rules: 'Rules',
    assumptions: 'Assumptions set here',
    drawn: 'drawn anew in each replicate',
    swept: 'Varied by design',
    shocks: 'Shocks',
    source: 'source',
    statuses: {
      in_force: 'in force',
      guidance_unpublished: 'unpublished guidance',
      draft: 'draft',
      not_a_rule: 'experiment, not a rule',
      not_found: 'reported, text not found',
    } as Readonly<Record<string, string>>,
  },
  time: {
    pair: 'Every line is a difference under the same luck: reform minus baseline. Bands show how outcomes spread, the whisker how well the mean is known.',
    several: 'Medians of all scenarios; the band holds nine in ten replicates.',
    sweep: 'Means by setting; the whisker is the 95% interval of the mean.',
    single: 'Median and the band that holds nine in ten replicates.',
  },
  groups: {
    note: 'Counts and amounts by group. Groups with nothing in them are not defined and are left as a dash.',
    gains: (names: string) => `Gain beyond doubt: ${names}.`,
    loses: (names: string) => `Lose beyond doubt: ${names}.`,
    nobody: 'No group gains or loses beyond doubt.',
    unclear: (names: string) => `Cannot be told from no change: ${names}.`,
    partnerships: 'Partnerships by kind of platform',
    balances: 'Outstanding loans by kind of platform',
    exits: 'Share of programmes that stop, by kind and size of bank',
    borrowers: 'New loans by borrower segment',
    prices: 'All-in cost by borrower segment',
  },
  dots: {
    /** @param named  groups whose change can be told from none, and how many there are */
    title: (subject: string, named: readonly string[], all: number) => {
      if (named.length === 0) return `${subject}: no change that can be told from none`
      if (named.length === all) return `${subject}: every group changes`
      const rest = named.length - 3
      const shown = rest > 0 ? [...named.slice(0, 3), `${rest} more`] : named
      return `${subject}: change beyond doubt for ${shown.join(', ')}`
    },
    changes: (subject: string, n: string) =>
      `${subject}, reform minus baseline, ${n}. Dot: mean; whisker: 95% interval of the mean.`,
    levels: (subject: string, n: string) =>
      `${subject}, ${n}. Dot: mean; whisker: 95% interval of the mean.`,
  },
  shape: {
    concentration: 'Shares of the largest',
    first:
      'Pictures of single banks and platforms show replicate 0: one possible market, for looking at. The table above is over all replicates.',
    noLinks:
      'Partnerships were not kept in this run, so the network cannot be drawn: run again with --keep links.',
    noOne: 'No partnership exists in the months kept, so there is no network to draw.',
    before: (month: string) => `before, ${month}`,
    after: (month: string) => `after, ${month}`,
    balances: 'Balances of platforms',
    otherAgent: 'other',
  },
  ...dependenceInEnglish,
  provenance: {
    result: 'Result',
    fingerprint: 'Fingerprint',
    version: 'Version',
    model: 'Code of the model',
    data: 'Data and rules',
    seed: 'Seed',
    replicates: 'Replicates',
    asked: (done: number, failed: number, asked: number) =>
      `${asked} asked for per setting; ${many(done, 'run', 'runs')} finished, ${failed} failed`,
    months: 'Months',
    span: (periods: number, from: string, to: string) => `${periods}, ${from} to ${to}`,
    checks: 'Checks',
    checked: (checked: number, broken: number) => `${checked} accounting checks, ${broken} broken`,
    command: 'Command',
    environment: 'Made on',
    cite: 'How to cite',
    citation: (version: string, name: string, fingerprint: string, seed: string) =>
      `zhudai ${version}, result ${name}, fingerprint ${fingerprint}, seed ${seed}.`,
    reproduce: 'How to reproduce',
    reproduceNote: 'runs it again and compares bit for bit',
    unknown: 'unknown',
    replay: 'Failed replicates',
  },
  data: {
    note: 'Full precision is in the CSV of each figure. Empty means not defined, never 0.',
    figures: 'Tables behind the figures',
    download: 'Download summary.json',
    whole: 'The summary this report was written from, whole.',
    shown:
      'The summary this report was written from; months only of the metrics drawn here. All months are in summary.json of the result folder.',
    without:
      'The summary this report was written from, without months. They are in summary.json of the result folder.',
    none: 'The summary is too large to travel with this report: see summary.json in the result folder.',
    definitions: 'Definitions',
    definitionsNote: 'Of every metric in this report.',
    language: 'Definitions are in English.',
  },
  figure: {
    number: (k: number, title: string) => `Figure ${k}. ${title}`,
    table: 'Numbers as a table',
    description: 'In words',
    source: (text: string) => `Source: ${text}`,
    origin: (version: string, name: string, n: string, seed: string) =>
      `zhudai ${version}, result ${name}, ${n}, seed ${seed}`,
    first: 'replicate 0',
    svg: 'SVG',
    csv: 'CSV',
    save: (what: string, figure: string) => `Save ${what} of: ${figure}`,
    pairs: (n: number) => many(n, 'pair', 'pairs'),
    replicates: (n: number) => many(n, 'replicate', 'replicates'),
  },
  briefs: {
    moreRules: (count: number) =>
      `and ${many(count, 'more change', 'more changes')} of rules: see the report.`,
    full: 'The full report has the figures, tables, method and limits.',
  },
  command: {
    noBrowser:
      'no Chromium was found (set CHROMIUM to its path, or install chromium): the HTML file prints to A4 from any browser',
  },
}
