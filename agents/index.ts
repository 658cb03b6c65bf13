/**
 * The model: market, month, levers, parameters, opening market, shocks.
 * @module
 */
export { createLeverCatalogue } from './levers/catalogue.ts'
export { lawSettings } from './levers/law-settings.ts'
export type { Lever, LeverCatalogue, LeverSetting, LeverValue } from './levers/lever.ts'
export type { Banks, Borrowers, Guarantors, Market, Platforms, Segments } from './market.ts'
export { marketModel, withRules } from './model.ts'
export { month } from './month.ts'
export { baselineParameters, parameterCatalogue, withParameters } from './parameter-catalogue.ts'
export type { Parameters } from './parameters.ts'
export type { Facts } from './populate/facts.ts'
export { openMarket } from './populate/open-market.ts'
export { readFacts } from './populate/read-facts.ts'
export type { RuleBook, RuleMonth } from './regulator/rule-book.ts'
export { shockMenu, type ShockKind } from './shocks/shock-menu.ts'
export type { Shock, Timing } from './shocks/shock.ts'
