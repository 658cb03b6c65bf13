/**
 * What figures of assumptions and sweeps say in English.
 * @module
 */

export const plural = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`

export const sweepsInEnglish = {
  tornado: {
    title: (name: string, sign: number) =>
      sign === 0
        ? `Most depends on: ${name}; none changes the sign`
        : `Most depends on: ${name}; ${sign} could change the sign`,
    subtitle: (metric: string) =>
      `${metric}: change when one assumption goes from its low to its high end, the others as assumed.`,
    description: (rows: string) => `Ranked bars. ${rows}.`,
    row: (name: string, low: string, high: string, flips: boolean) =>
      `${name}: from ${low} to ${high}${flips ? ', could change the sign' : ''}`,
    flips: 'could change the sign',
    keeps: 'sign stays',
    low: 'low end',
    high: 'high end',
    base: (value: string) => `as assumed: ${value}`,
    columns: {
      assumption: 'Assumption',
      lowSetting: 'Low end',
      highSetting: 'High end',
      atLow: 'Change at low end',
      atHigh: 'Change at high end',
      sign: 'Sign',
    },
  },
  response: {
    title: (metric: string, from: string, to: string, low: string, high: string) =>
      `${metric}: ${low} at ${from}, ${high} at ${to}`,
    several: (metric: string, variable: string) => `${metric} by ${variable}`,
    subtitle: (metric: string, variable: string, n: string) =>
      `${metric} by ${variable}. Mean over ${n}; the whisker is the 95% interval of the mean.`,
    description: (metric: string, variable: string, points: string) =>
      `${metric} against ${variable}. ${points}.`,
    point: (setting: string, value: string) => `${setting}: ${value}`,
  },
  heat: {
    title: (metric: string, most: string, value: string) =>
      `${metric}: largest at ${most}, ${value}`,
    subtitle: (metric: string, x: string, y: string) =>
      `${metric} by ${x} (across) and ${y} (down).`,
    unclear: 'Brackets: not distinguishable from no change.',
    description: (metric: string, cells: string) => `A table of shaded cells: ${metric}. ${cells}.`,
    cell: (x: string, y: string, value: string) => `${x}, ${y}: ${value}`,
  },
  frontier: {
    title: (best: number, all: number) =>
      `${best} of ${plural(all, 'setting', 'settings')} ${best === 1 ? 'is' : 'are'} beaten by no other on both counts`,
    plain: (x: string, y: string) => `${y} against ${x}`,
    subtitle: (x: string, y: string, n: string) =>
      `Each dot is one setting: ${x} across, ${y} up. Means over ${n} with 95% intervals.`,
    filled: 'Filled: beaten by no other.',
    description: (points: string) => `Settings by two metrics. ${points}.`,
    point: (name: string, x: string, y: string) => `${name}: ${x}, ${y}`,
    beaten: 'Beaten',
    yes: 'yes',
    no: 'no',
    setting: 'Setting',
  },
  inputs: {
    title: (names: readonly string[]) =>
      `Largest source of spread between runs: ${names.join('; ')}`,
    none: 'No input stands out from luck',
    subtitle:
      'Share of the variance from run to run that goes with each input by itself; whisker: 95% interval. Hollow bars are not settled: their interval is wider than ±5 points.',
    totals: ' Diamond: with all an input does together with others.',
    description: (metrics: string) => `Bars of shares of variance. ${metrics}.`,
    ofMetric: (metric: string, parts: string) => `${metric}: ${parts}`,
    part: (name: string, share: string, range: string) =>
      range === '' ? `${name} ${share}` : `${name} ${share} (${range})`,
    settled: 'settled',
    notSettled: 'not settled',
    together: 'inputs together, fine bends',
    luck: 'luck and the rest',
    sharedLuck: 'luck all points share',
    ownLuck: 'luck of single points',
    columns: {
      input: 'Input',
      share: 'Share of variance',
      total: 'With others',
      settled: 'Interval',
    },
  },
  limits: {
    title: (outcome: string, names: readonly string[]) =>
      `Where ${outcome}: limits of ${names.join(', ')}`,
    subtitle: (outcome: string) =>
      `Rules for the cases in which ${outcome}. Thick: the part of its range to which a rule limits an input. Quasi-p-value: how easily luck explains the limit.`,
    head: (number: number, density: number, coverage: number) =>
      `Rule ${number}: so in ${(density * 100).toFixed(1)}% of its cases; it holds ${(coverage * 100).toFixed(1)}% of all such`,
    chance: (p: string) => `quasi-p ${p}`,
    range: (least: string, most: string) => `${least} to ${most}`,
    description: (outcome: string, rules: string) => `Cases in which ${outcome}. ${rules}.`,
    rule: (head: string, rows: readonly string[]) => `${head}: ${rows.join(', ')}`,
    row: (name: string, condition: string, chance: string) => `${name} ${condition} (${chance})`,
    tradeOffTitle: (density: string, coverage: string) =>
      `The rule is right in ${density} of its cases and holds ${coverage} of all such cases`,
    tradeOffSubtitle: (outcome: string) =>
      `Cases in which ${outcome}. Each hollow dot limits one input more; further up rules are right more often, further left they hold fewer of such cases.`,
    tradeOffDescription: (outcome: string, points: string) =>
      `Cases in which ${outcome}: density against coverage. ${points}.`,
    point: (name: string, coverage: string, density: string) =>
      `${name}: coverage ${coverage}, density ${density}`,
    inputs: (count: number) => (count === 0 ? 'all cases' : plural(count, 'input', 'inputs')),
    chosen: 'the rule',
    columns: {
      rule: 'Rule',
      input: 'Input',
      limits: 'Limits',
      range: 'Range that was run',
      chance: 'Luck',
      coverage: 'Coverage: share of all such cases held',
      density: 'Density: share of its cases that are such',
      cases: 'Cases',
      restricted: 'Limits on',
    },
  },
}
