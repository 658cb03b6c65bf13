/**
 * Tables of inputs ranked by their shares of a variance, with what is said below them.
 * @module
 */
import { parameterCatalogue } from '../agents/parameter-catalogue.ts'
import type { MetricDescription } from '../analysis/answer/readings.ts'
import { known } from '../analysis/results/summary.ts'
import type { InputRanking, RankedInput } from '../analysis/sensitivity/input-ranking.ts'
import type { Quantity } from '../analysis/sensitivity/swept-result.ts'
import { casesNeeded } from '../analysis/statistics/additive-shares.ts'
import type { ValueResponse } from '../analysis/statistics/response-by-value.ts'
import type { VarianceShare } from '../analysis/statistics/sobol-indices.ts'
import type { InputWords } from '../analysis/words/input-value.ts'
import type { Language } from '../analysis/words/language.ts'
import { formatChange, formatLevel } from '../analysis/words/numbers.ts'
import { sensitivityIn } from '../analysis/words/sensitivity.ts'

/** Heads, then rows of cells, of one metric. */
export function rankingTable(
  label: string,
  ranking: InputRanking | undefined,
  hasTotals: boolean,
  say: InputWords,
  language: Language,
): string[][] {
  const { columns } = sensitivityIn(language)
  return [
    [label, ...columns.slice(1, hasTotals ? undefined : -2)],
    ...rowsOf(ranking, say, language),
  ]
}

/** Whether some input was told together with all others. */
export function hasTotal(rankings: readonly InputRanking[]): boolean {
  return rankings.some(({ inputs }) => inputs.some(({ total }) => total))
}

function rowsOf(
  ranking: InputRanking | undefined,
  say: InputWords,
  language: Language,
): string[][] {
  const words = sensitivityIn(language)
  if (ranking === undefined) return [[`  ${words.undefinedMetric}`]]
  if (!(ranking.variance > 0)) return [[`  ${words.constant}`]]
  const share = (value: number): string => formatLevel(value, 'share', language)
  const hasDrawn = ranking.inputs.some(({ varies }) => varies === 'byReplicate')
  const isSwept = ranking.inputs.some(({ varies }) => varies === 'byPoint')
  return [
    ...ranking.inputs.map(({ input, alone, total }) => [
      `  ${say.label(input.id)} (${input.id})`,
      share(alone.share),
      Number.isNaN(alone.low) ? '' : `${share(alone.low)} – ${share(alone.high)}`,
      ...(ranking.route === 'crossing' ? [total ? share(total.share) : ''] : []),
      Number.isNaN(alone.share) ? words.tooFew : alone.converged ? '' : words.notSettled,
    ]),
    ...(isSwept ? [[`  ${words.together}`, share(ranking.together)]] : []),
    [`  ${isSwept ? words.sharedLuck : words.luck}`, share(ranking.sharedLuck)],
    ...(isSwept
      ? [[`  ${hasDrawn ? words.mixedLuck : words.ownLuck}`, share(ranking.ownLuck)]]
      : []),
  ]
}

/** Which inputs turn the sign of a change. */
export function turnSentences(
  { unit }: MetricDescription,
  ranking: InputRanking | undefined,
  quantity: Quantity,
  say: InputWords,
  language: Language,
): string[] {
  if (quantity !== 'change' || ranking === undefined) return []
  const words = sensitivityIn(language)
  return ranking.inputs.flatMap(({ input, turn }) => {
    if (turn === undefined) return []
    const { below, above } = turn
    const change = ({ outcome }: ValueResponse) => formatChange(outcome.mean, unit, language)
    const at = (one: ValueResponse) => valuesText(input, one, say)
    return [words.turns(say.inline(input.id), at(below), change(below), at(above), change(above))]
  })
}

function valuesText(
  { id, members }: RankedInput['input'],
  { from, to }: ValueResponse,
  say: InputWords,
): string {
  return members.length > 0 ? say.value(id, members[from]) : say.range(id, from, to)
}

/** What is said once, below all tables. */
export function rankingNotes(
  rankings: readonly InputRanking[],
  quantity: Quantity,
  language: Language,
): string[] {
  const words = sensitivityIn(language)
  const varying = rankings.filter(({ variance }) => variance > 0)
  const routes = new Set(
    varying.filter(({ inputs }) => inputs.some(({ varies }) => varies === 'byPoint')).map(routeOf),
  )
  const inputs = varying.flatMap((ranking) => ranking.inputs)
  return [
    ...(quantity === 'change' && inputs.every(({ turn }) => turn === undefined)
      ? [words.noTurn]
      : []),
    ...[...routes].map((route) => words.routes[route]),
    ...tooFew(varying, words),
    ...(inputs.some(({ alone }) => !alone.converged && !Number.isNaN(alone.share))
      ? [words.settledHint]
      : []),
    ...(varying.some(({ replicates }) => replicates < 2) ? [words.oneReplicate] : []),
  ]
}

/** Inputs that were not ranked for want of cases, and how many would do. */
function tooFew(
  rankings: readonly InputRanking[],
  words: ReturnType<typeof sensitivityIn>,
): string[] {
  const needed = (varies: RankedInput['varies']): number =>
    Math.max(
      0,
      ...rankings.map(({ inputs }) => {
        const own = inputs.filter((one) => one.varies === varies)
        const unknown = own.some(({ alone }) => Number.isNaN(alone.share))
        return unknown ? casesNeeded(own.map(({ input }) => input)) : 0
      }),
    )
  const [points, replicates] = [needed('byPoint'), needed('byReplicate')]
  return [
    ...(points > 0 ? [words.tooFewPoints(points)] : []),
    ...(replicates > 0 ? [words.tooFewReplicates(replicates)] : []),
  ]
}

const routeOf = ({ route }: InputRanking) => route

const PARAMETERS = new Set<string>(parameterCatalogue.map(({ id }) => id))

export function rankingJson(ranking: InputRanking): object {
  const { route, variance, together, sharedLuck, ownLuck, points, replicates, inputs } = ranking
  return {
    route,
    points,
    replicates,
    variance: known(variance),
    together: known(together),
    sharedLuck: known(sharedLuck),
    ownLuck: known(ownLuck),
    inputs: inputs.map((one) => ({
      id: one.input.id,
      kind: PARAMETERS.has(one.input.id) ? 'parameter' : 'lever',
      varies: one.varies,
      ...shareJson(one.alone),
      total: one.total ? shareJson(one.total) : null,
      turnsSign: one.turn !== undefined,
      responses: one.responses.map((response) => responseJson(one, response)),
    })),
  }
}

function shareJson({ share, low, high, converged }: VarianceShare): object {
  return { share: known(share), low: known(low), high: known(high), converged }
}

function responseJson({ input }: RankedInput, { from, to, cases, outcome }: ValueResponse): object {
  const named = input.members.length > 0
  return {
    ...(named ? { value: input.members[from] } : { from, to }),
    cases,
    mean: known(outcome.mean),
    low: known(outcome.low),
    high: known(outcome.high),
  }
}
