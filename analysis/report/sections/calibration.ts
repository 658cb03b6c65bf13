/**
 * Over which settings of the parameters the answer speaks, and what a calibration leaves open of each.
 * @module
 */
import type { Calibration } from '../../../scenarios/calibrations/calibration.ts'
import { memberIntervals } from '../../../scenarios/calibrations/member-interval.ts'
import { memberSetIn } from '../../words/member-set.ts'
import type { Child, Html } from '../page/html.ts'
import { table } from '../page/table.ts'
import { parameterOf, parameterText } from '../point-names.ts'
import type { ReportContext } from '../report-figure.ts'

/** One sentence a set, or that nothing is calibrated; none for results that do not say. */
export function speaksOver({ source, language }: ReportContext): string[] {
  const { over } = memberSetIn(language)
  return (source.resolved.caveats.calibrations ?? []).map((one) => over(one))
}

/** The interval of every parameter of every set. */
export function calibrationTables(context: ReportContext): Html[] {
  const { calibrations = {} } = context.source.resolved.plan
  return Object.values(calibrations).map((set) => intervalTable(context, set))
}

function intervalTable({ words, language }: ReportContext, set: Calibration): Html {
  const { intervals, intervalColumns } = memberSetIn(language)
  const { parameter: name, usual } = words.columns
  return table({
    caption: intervals(set.id),
    columns: [
      { label: name },
      ...[...intervalColumns, usual].map((label) => ({ label, numeric: true })),
    ],
    groups: [
      {
        rows: memberIntervals(set).map(({ parameter, low, middle, high }): Child[] => {
          const entry = parameterOf(parameter)
          const write = (value: unknown) => parameterText(value, entry?.unit ?? '', language)
          const values = [low, middle, high, entry?.baseline ?? '–']
          return [entry?.label[language] ?? parameter, ...values.map(write)]
        }),
      },
    ],
  })
}
