/**
 * Rows of formulas under the rows of the metrics they read.
 * @module
 */
import { loadFormulas, type CompiledFormula } from './load-formulas.ts'

/** Formulas bound to the places of their metrics in a result. */
export interface FormulaColumns {
  readonly formulas: number
  /**
   * Computes the rows of the formulas, month by month.
   *
   * @param series `[metric * periods + period]`: the shipped metrics, filled in, then the formulas
   */
  fill(series: Float64Array, periods: number): void
}

/**
 * Compiles formulas for results whose shipped metrics are `shipped`, in that order.
 *
 * @throws RangeError for a formula that is not sound; a scenario's formulas were checked before
 */
export async function createFormulaColumns(
  formulas: readonly { readonly text: string }[],
  shipped: readonly string[],
): Promise<FormulaColumns> {
  if (formulas.length === 0) return { formulas: 0, fill() {} }
  const language = await loadFormulas()
  const bound = formulas.map(({ text }) => {
    const compiled = language.compile(text, shipped)
    return {
      compiled,
      rows: compiled.needs.map((id) => shipped.indexOf(id)),
      values: new Float64Array(compiled.needs.length),
    }
  })
  return {
    formulas: formulas.length,
    fill(series, periods) {
      for (let f = 0; f < bound.length; f++) {
        fillRow(bound[f], series, (shipped.length + f) * periods, periods)
      }
    },
  }
}

interface BoundFormula {
  readonly compiled: CompiledFormula
  /** Numbers of the metrics it needs. */
  readonly rows: readonly number[]
  readonly values: Float64Array
}

function fillRow(
  { compiled, rows, values }: BoundFormula,
  series: Float64Array,
  start: number,
  periods: number,
): void {
  for (let period = 0; period < periods; period++) {
    for (let i = 0; i < rows.length; i++) values[i] = series[rows[i] * periods + period]
    series[start + period] = compiled.evaluate(values)
  }
}
