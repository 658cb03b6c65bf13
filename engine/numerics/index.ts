/**
 * Mathematical functions with the same bits on every Node version.
 *
 * @module
 */
export { bivariateNormalAt, bivariateNormalCdf, prepareCorrelation } from './bivariate-normal.ts'
export type { Correlation } from './bivariate-normal.ts'
export { exp } from './exp.ts'
export { log, log1p } from './log.ts'
export { logistic } from './logistic.ts'
export { normalCdf, normalDensity, normalQuantile } from './normal.ts'
export { intPow, pow } from './pow.ts'
