/**
 * The units of the public tables in the units of the model: money in millions of yuan [mn],
 * ratios and rates as decimals [1].
 *
 * @source model document, section 10
 * @module
 */

interface Conversion {
  readonly unit: string
  readonly multiply: number
  readonly divide: number
}

const times = (unit: string, multiply: number): Conversion => ({ unit, multiply, divide: 1 })
const over = (unit: string, divide: number): Conversion => ({ unit, multiply: 1, divide })

/** Divides where a factor such as 0.01 would not be exact. */
const CONVERSIONS: ReadonlyMap<string, Conversion> = new Map([
  ['CNY_100m', times('mn', 100)],
  ['bn RMB', times('mn', 1000)],
  ['CNY', over('mn', 1e6)],
  ['RMB', over('mn', 1e6)],
  ['percent', over('1', 100)],
  ['%', over('1', 100)],
  ['bp', over('1', 1e4)],
  ['x', times('1', 1)],
  ['count', times('count', 1)],
  ['million', times('count', 1e6)],
  ['million loans', times('count', 1e6)],
  ['months', times('months', 1)],
  ['flag', times('flag', 1)],
])

/** All units a row may carry. */
export const OBSERVATION_UNITS: readonly string[] = [...CONVERSIONS.keys()]

/** A value in the units of the model; undefined when the unit is not known. */
export function inModelUnits(
  value: number,
  unit: string,
): { value: number; unit: string } | undefined {
  const conversion = CONVERSIONS.get(unit)
  if (conversion === undefined) return undefined
  return { value: (value * conversion.multiply) / conversion.divide, unit: conversion.unit }
}
