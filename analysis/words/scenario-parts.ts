/**
 * Parts of a scenario as short texts: assumptions, sweeps, shocks, how long and how often.
 * @module
 */
import type { ParameterDescriptor, LeverDescriptor } from '../../scenarios/catalogue.ts'
import type { Scenario } from '../../scenarios/resolve.ts'
import type { WrittenShock } from '../../scenarios/shock.ts'
import type { SweepAxis, SweepBlock } from '../../scenarios/sweep.ts'
import type { Distribution } from '../../scenarios/uncertainty.ts'
import {
  writeLeverValue,
  writeParameterValue,
  type LeverValue,
  type ParameterValue,
} from '../../scenarios/values.ts'
import { shockMenu } from '../../agents/shocks/shock-menu.ts'
import { commandsIn } from './commands.ts'
import type { Language } from './language.ts'
import { formatMonth } from './numbers.ts'

/** `uniform 6 months to 36 months`. */
export function distributionText(
  distribution: Distribution,
  parameter: ParameterDescriptor,
): string {
  const write = (value: ParameterValue) => shown(writeParameterValue(value, parameter))
  switch (distribution.kind) {
    case 'uniform':
      return `uniform ${write(distribution.low)} – ${write(distribution.high)}`
    case 'normal':
      return `normal ${write(distribution.mean)} ± ${write(distribution.sd)}`
    case 'triangular': {
      const { low, mode, high } = distribution
      return `triangular ${write(low)} – ${write(mode)} – ${write(high)}`
    }
    case 'choices': {
      const { values, weights } = distribution
      return values
        .map((value, k) => write(value) + (weights ? ` (${weights[k]})` : ''))
        .join(' | ')
    }
  }
}

/** `grid: aprCapPerLoan 24%, 22%, 20%; …`. */
export function blockText(
  block: SweepBlock,
  levers: readonly LeverDescriptor[],
  parameters: readonly ParameterDescriptor[],
): string {
  const axes = block.axes.map((axis) => axisText(axis, levers, parameters))
  const size = block.points ?? block.trajectories
  const count = size === undefined ? '' : ` ${size}`
  return `${block.design}${count}: ${axes.join('; ')}`
}

function axisText(
  { subject, range }: SweepAxis,
  levers: readonly LeverDescriptor[],
  parameters: readonly ParameterDescriptor[],
): string {
  const lever = levers.find((one) => one.id === subject.id)
  const parameter = parameters.find((one) => one.id === subject.id)
  const write = (value: LeverValue | ParameterValue) =>
    shown(
      lever
        ? writeLeverValue(value, lever)
        : writeParameterValue(value as ParameterValue, parameter!),
    )
  const values =
    'values' in range
      ? range.values.map(write).join(', ')
      : `${write(range.low)} – ${write(range.high)}`
  return `${subject.id} ${values}`
}

/** `Default wave, Mar 2026`. */
export function shockText({ kind, when }: WrittenShock, language: Language): string {
  const name = shockMenu.find((one) => one.kind === kind)!.label[language]
  const time =
    'at' in when ? formatMonth(when.at, language) : `${100 * when.monthlyProbability}%/month`
  return language === 'zh' ? `${name}，${time}` : `${name}, ${time}`
}

/** `36 months from 2024-11, 200 replicates, seed 20251001`. */
export function runText({ run }: Scenario, language: Language): string {
  const words = commandsIn(language)
  const { stopping } = run
  const often = stopping
    ? words.untilNarrow(stopping.least, stopping.most)
    : words.replicates(run.replicates)
  return [words.months(run.start, run.periods), often, words.seed(run.seed)].join(
    language === 'zh' ? '，' : ', ',
  )
}

function shown(written: unknown): string {
  if (written === null) return 'none'
  return typeof written === 'string' ? written : JSON.stringify(written)
}
