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
}
