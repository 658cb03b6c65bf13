/**
 * Columns as numbers to record: readings of institutions, and metrics of the market among them.
 * @module
 */
import type { Metric } from '../../engine/record.ts'
import type { Market, Names } from '../../agents/market.ts'
import { createMetrics, metricOf, type MetricDefinition } from '../metrics/index.ts'
import { columnName, type Column } from './column.ts'
import { readingOf, kindOf } from './readings.ts'
import type { ReadingDefinition } from './reading.ts'

const NOT_THERE = -1

/**
 * One number a month for each column, in order. They remember rows and opening lists: make new ones
 * for every run. An institution that the market of a replicate lacks is read as not defined (NaN).
 *
 * @throws RangeError for a quantity that is not in the catalogue of its kind
 */
export function createReadings(columns: readonly Column[]): Metric<Market>[] {
  const wanted = columns.filter(({ subject }) => subject === undefined).map(metricNamed)
  const ofMarket = createMetrics(wanted)
  let next = 0
  return columns.map((column) => {
    const { quantity, subject } = column
    if (subject === undefined) return ofMarket[next++]
    const reading = readingOf(quantity, subject)
    if (reading === undefined) throw new RangeError(`no reading ${columnName(column)}`)
    return readingMetric(reading, subject)
  })
}

function metricNamed({ quantity }: Column): MetricDefinition {
  const metric = metricOf(quantity)
  if (metric === undefined) throw new RangeError(`no metric ${quantity}`)
  return metric
}

function readingMetric(reading: ReadingDefinition, subject: string): Metric<Market> {
  let seen: Market | undefined
  let row = NOT_THERE
  return {
    id: columnName({ quantity: reading.id, subject }),
    label: reading.label,
    unit: reading.unit,
    doc: reading.doc,
    better: 'neither',
    measure(market, { period }) {
      if (market !== seen) {
        seen = market
        row = rowNamed(namesOf(market, subject), subject)
      }
      return row === NOT_THERE ? NaN : reading.read(market, row, period)
    },
  }
}

function namesOf(market: Market, subject: string): readonly Names[] {
  switch (kindOf(subject)) {
    case 'bank':
      return market.bankNames
    case 'platform':
      return market.platformNames
    default:
      return market.guarantorNames
  }
}

function rowNamed(names: readonly Names[], id: string): number {
  return names.findIndex((one) => one.id === id)
}
