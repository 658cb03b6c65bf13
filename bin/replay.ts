import type { Plan } from '../scenarios/plan.ts'
import type { RunFlags } from './verb-flags.ts'

/** The command that runs one replicate again, alone. */
export function replayCommand(flags: RunFlags, plan: Plan, replicate: number): string {
  const against = flags.against === undefined ? [] : ['--against', flags.against]
  const words = [
    'zhudai run',
    ...flags.scenarios,
    ...against,
    ...flags.set.map((one) => `-s ${one}`),
    `--seed ${plan.seed} --periods ${plan.periods} --only ${replicate} --verbose`,
  ]
  return words.join(' ')
}
