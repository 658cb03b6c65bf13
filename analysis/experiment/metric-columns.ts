/**
 * The columns of a result: shipped metrics asked for or needed by formulas, then the formulas.
 * @module
 */
import type { Formula, MetricWish } from '../../scenarios/metric-wish.ts'
import type { MetricDescription } from '../answer/readings.ts'
import { loadFormulas } from '../formulas/index.ts'
import { metricCatalogue } from '../metrics/index.ts'

export interface MetricColumns {
  /** Shipped metrics, in catalogue order. */
  readonly shipped: readonly string[]
  /** In the order they were written. */
  readonly formulas: readonly Formula[]
  /** All of them, as answers speak of them. */
  readonly descriptions: readonly MetricDescription[]
}

/** The columns a scenario asks for. */
export async function metricColumns({ shipped, formulas }: MetricWish): Promise<MetricColumns> {
  const needed = formulas.length === 0 ? [] : await neededBy(formulas)
  const wanted = metricCatalogue.filter(
    ({ id }) => shipped === 'all' || shipped.includes(id) || needed.includes(id),
  )
  return {
    shipped: wanted.map(({ id }) => id),
    formulas,
    descriptions: [...wanted, ...formulas.map(describe)],
  }
}

async function neededBy(formulas: readonly Formula[]): Promise<string[]> {
  const language = await loadFormulas()
  return formulas.flatMap(({ text }) => language.needsOf(text))
}

/** A formula is worked out month by month and read at the end. */
function describe({ id, label, unit, text, better = 'neither' }: Formula): MetricDescription {
  return { id, label, unit, theme: 'own', doc: text, source: '', better, flow: false }
}
