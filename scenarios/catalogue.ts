/**
 * What a scenario may set, as plain descriptions: this folder knows no lever by name.
 * @module
 */

/** A lever as a scenario sees it; the model's own lever fits. */
export interface LeverDescriptor {
  readonly id: string
  readonly kind: string
  readonly unit: string
  readonly bounds?: readonly [number, number]
  readonly members?: readonly string[]
  readonly nullable: boolean
  readonly acts: boolean
  readonly scopable: boolean
  readonly announced?: string
  readonly inForce?: string
}

/** A parameter as a scenario sees it; the model's own entry fits. */
export interface ParameterDescriptor {
  readonly id: string
  readonly kind: 'number' | 'list' | 'choice'
  readonly unit: string
  readonly baseline: number | readonly number[] | string
  readonly bounds: readonly [number, number]
  readonly whole: boolean
  readonly members: readonly string[]
}

/** Everything scenarios are checked against. */
export interface ScenarioCatalogue {
  readonly levers: readonly LeverDescriptor[]
  readonly parameters: readonly ParameterDescriptor[]
  readonly licences: readonly string[]
  readonly regions: readonly string[]
}
