/**
 * Measurement: what is read of institutions each month, and targets applied to it.
 * @module
 */
export { columnName, type Column } from './column.ts'
export { columnsOf } from './columns-of.ts'
export { createReadings } from './create-readings.ts'
export { institutionsOf, targetCatalogue, type Institutions } from './institutions.ts'
export { createMeasurement, measure, readingsIn, type Measurement } from './measure.ts'
export { quantityCatalogue, quantityOf, readingCatalogue, readingOf } from './readings.ts'
