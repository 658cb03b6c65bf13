import { expect, it } from 'vitest'
import { loadTargets } from '../../../scenarios/targets/load-targets.ts'
import { monthsNeeded } from '../../../scenarios/targets/months-needed.ts'
import { catalogue, fileOf } from './target-catalogue.ts'

const run = { start: '2024-11', periods: 36 }
const needed = (...targets: string[]): number => {
  const text = fileOf(targets.map((one) => `  - ${one}\n`).join(''))
  return monthsNeeded(loadTargets(text, 'tried.yaml', catalogue).targets, run)
}

it('runs to the last month of the last time, or to the end where a month is waited for', () => {
  const early = '{ id: a, quantity: cr5, at: 2025-01, observed: 76% }'
  expect(needed(early)).toBe(3)
  expect(needed(early, '{ id: b, quantity: cr5, at: 2025-Q3, observed: 76% }')).toBe(11)
  expect(
    needed(early, '{ id: c, quantity: cr5, as: firstMonth, when: { above: 80% }, observed: 5 months, within: 2 months }'), // prettier-ignore
  ).toBe(36)
})
