/**
 * Formulas of users over shipped metrics.
 * @module
 */
export { createFormulaColumns, type FormulaColumns } from './formula-columns.ts'
export {
  loadFormulas,
  LONGEST_FORMULA,
  type CompiledFormula,
  type Formulas,
} from './load-formulas.ts'
export { FUNCTIONS } from './operations.ts'
export type { FormulaProblem } from './read-term.ts'
