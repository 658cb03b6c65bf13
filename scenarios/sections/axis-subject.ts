/**
 * What an axis of a sweep may vary: levers and parameters, seen alike.
 * @module
 */
import type { LeverDescriptor, ParameterDescriptor, ScenarioCatalogue } from '../catalogue.ts'
import type { AxisRange } from '../sweep.ts'
import type { Notation } from '../units.ts'
import {
  leverNotation,
  parameterNotation,
  readLeverValue,
  readParameterValue,
  type LeverValue,
  type ParameterValue,
  type Read,
} from '../values.ts'

/** A lever or a parameter as an axis needs it. */
export interface Variable {
  readonly id: string
  /** Present for levers, which have dates and scopes. */
  readonly lever?: LeverDescriptor
  /** How numbers are written; absent where values are no single numbers. */
  readonly notation?: Notation
  readonly bounds: readonly [number, number]
  readonly whole: boolean
  /** What a sweep covers where only the id is given; absent where the catalogue names no end. */
  readonly range?: AxisRange
  read(written: unknown): Read<LeverValue | ParameterValue>
}

const WITHOUT_BOUNDS = [-Infinity, Infinity] as const
/** Kinds of lever that count something and take whole numbers in a sweep. */
const WHOLE_KINDS = ['months', 'count']
const NOT_ONE_NUMBER = ['list', 'path']

/** The lever or parameter of this id, if there is one. */
export function variableNamed(id: string, catalogue: ScenarioCatalogue): Variable | undefined {
  const lever = catalogue.levers.find((one) => one.id === id)
  if (lever) return ofLever(lever)
  const parameter = catalogue.parameters.find((one) => one.id === id)
  return parameter && ofParameter(parameter)
}

function ofLever(lever: LeverDescriptor): Variable {
  const notation = NOT_ONE_NUMBER.includes(lever.kind) ? undefined : leverNotation(lever)
  const whole = WHOLE_KINDS.includes(lever.kind)
  const bounds = lever.bounds ?? WITHOUT_BOUNDS
  const range = leverRange(lever, notation !== undefined, whole)
  return {
    id: lever.id,
    lever,
    ...(notation === undefined ? {} : { notation }),
    bounds,
    whole,
    ...(range === undefined ? {} : { range }),
    read: (written) => readLeverValue(written, lever),
  }
}

function leverRange(
  lever: LeverDescriptor,
  numeric: boolean,
  whole: boolean,
): AxisRange | undefined {
  if (lever.kind === 'boolean') return { values: [false, true] }
  if (lever.kind === 'enum' && lever.members) return { values: lever.members }
  return numeric && lever.bounds ? rangeBetween(...lever.bounds, whole) : undefined
}

function ofParameter(parameter: ParameterDescriptor): Variable {
  const { id, kind, bounds, whole, members, unit, range } = parameter
  const [low, high] = range ?? bounds
  const covered =
    kind === 'choice'
      ? { values: members }
      : kind === 'number' && typeof low === 'number' && typeof high === 'number'
        ? rangeBetween(low, high, whole)
        : undefined
  return {
    id,
    ...(kind === 'number' ? { notation: parameterNotation(unit) } : {}),
    bounds,
    whole,
    ...(covered === undefined ? {} : { range: covered }),
    read: (written) => readParameterValue(written, parameter),
  }
}

function rangeBetween(low: number, high: number, whole: boolean): AxisRange | undefined {
  return Number.isFinite(high - low) && low < high ? { low, high, whole } : undefined
}
