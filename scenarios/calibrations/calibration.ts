/**
 * A calibration: complete settings of some parameters, weighted by how well a run with them fits what
 * was observed. What is not known of these parameters together, their dependence included.
 * @module
 */
import type { Words } from '../catalogue.ts'

/** One setting of all the parameters, and its share of the belief. */
export interface CalibrationMember {
  /** Above 0; the weights of a set sum to 1. */
  readonly weight: number
  /** In the order of the parameters, in the units of the catalogue. */
  readonly values: readonly number[]
}

/** What a replicate draws from. */
export interface MemberSet {
  readonly parameters: readonly string[]
  readonly members: readonly CalibrationMember[]
}

/** A set with what is said of it. */
export interface Calibration extends MemberSet {
  readonly id: string
  readonly title: Words
  /** How it was obtained, in its file's words; no run reads it. */
  readonly obtained: Readonly<Record<string, unknown>>
  /** Sections of its file that are shown and that no run reads. */
  readonly shown: Readonly<Record<string, unknown>>
}

/** Calibrations by id; several points of a plan use one. */
export type Calibrations = Readonly<Record<string, Calibration>>

/** Sections of a file that are shown as they stand. */
export const SHOWN_SECTIONS = [
  'notes',
  'screening',
  'profiles',
  'fit',
  'scores',
  'recovery',
  'stories',
  'attribution',
] as const

/** What a scenario says where its parameters stand at the values of the catalogue. */
export const NO_CALIBRATION = 'none'
