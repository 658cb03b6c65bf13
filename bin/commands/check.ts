/**
 * `zhudai check`: reads a scenario, says what it asks and where each value is from; runs nothing.
 * @module
 */
import { monthAt } from '../../engine/time.ts'
import type { LeverCatalogue } from '../../agents/levers/lever.ts'
import { parameterCatalogue } from '../../agents/parameter-catalogue.ts'
import { ruleChanges } from '../../analysis/answer/rule-changes.ts'
import { metricCatalogue } from '../../analysis/metrics/index.ts'
import { commandsIn } from '../../analysis/words/commands.ts'
import type { Language } from '../../analysis/words/language.ts'
import { memberSetIn } from '../../analysis/words/member-set.ts'
import { messagesIn } from '../../analysis/words/messages.ts'
import { ruleChangeCells, scopeText } from '../../analysis/words/rule-changes.ts'
import { valueText } from '../../analysis/words/say.ts'
import {
  blockText,
  distributionText,
  runText,
  shockText,
} from '../../analysis/words/scenario-parts.ts'
import { openParameters } from '../../scenarios/draw-parameters.ts'
import { countPoints } from '../../scenarios/design/points.ts'
import type { Origin } from '../../scenarios/scenario-file.ts'
import { writeParameterValue } from '../../scenarios/values.ts'
import type { Session } from '../session.ts'
import type { CheckFlags } from '../verb-flags.ts'
import { resolveAll, scenarioCatalogue, type ResolvedScenario } from '../resolve.ts'
import { readLevers } from '../sources.ts'
import { alignLeft, answerWidth, wrap } from '../terminal.ts'

/** A heading and its lines, as cells. */
type Section = readonly [heading: string, rows: readonly (readonly string[])[]]

/** Prints what every file says; all problems of all files at once. */
export async function check(flags: CheckFlags, session: Session): Promise<void> {
  const levers = readLevers()
  const names = flags.against === undefined ? flags.files : [flags.against, ...flags.files]
  const resolved = resolveAll(names, flags.set, levers, await scenarioCatalogue(levers, names))
  const baseline = flags.against === undefined ? undefined : resolved[0]
  const scenarios = baseline ? resolved.slice(1) : resolved
  if (session.json) {
    const checked = scenarios.map((one) => json(one, baseline, levers))
    session.terminal.answer(JSON.stringify({ schema: 'check/1', scenarios: checked }, null, 2))
    return
  }
  for (const scenario of scenarios) print(scenario, baseline, levers, session)
  const against = flags.against ?? 'rules-before'
  session.terminal.note(
    messagesIn(session.language).next(`zhudai run ${flags.files.join(' ')} --against ${against}`),
  )
}

function print(
  scenario: ResolvedScenario,
  baseline: ResolvedScenario | undefined,
  levers: LeverCatalogue,
  { terminal, language }: Session,
): void {
  const words = commandsIn(language)
  terminal.answer(terminal.colour.bold(`${scenario.id}   ${scenario.title[language]}`))
  for (const line of wrap(scenario.question, answerWidth())) terminal.answer(line)
  const compared = baseline ? changes(scenario, baseline, levers, language) : []
  for (const [heading, rows] of [...sections(scenario, levers, language), ...compared]) {
    if (rows.length === 0) continue
    terminal.answer()
    terminal.answer(terminal.colour.dim(heading))
    for (const line of alignLeft(rows)) terminal.answer(`  ${line}`)
  }
  terminal.answer()
  if (baseline && compared.every(([, rows]) => rows.length === 0)) {
    terminal.answer(words.sameAs(baseline.id))
  }
  terminal.answer(words.sound(scenario.extendsChain.length))
}

function sections(
  scenario: ResolvedScenario,
  levers: LeverCatalogue,
  language: Language,
): Section[] {
  const words = commandsIn(language)
  const { law, settings, parameterOverrides, uncertainties, shocks, sweep, metrics } = scenario
  const place = (path: string) => placeOf(scenario.origins[path], language)
  const lawText = law.asOf === undefined ? words.datedLaw : words.lawOf(law.asOf)
  const ancestors = scenario.extendsChain.slice(1)
  const parameter = (id: string) => parameterCatalogue.find((one) => one.id === id)!
  const assumptions = [
    ...Object.entries(parameterOverrides).map(([id, value]) => [
      id,
      String(writeParameterValue(value, parameter(id))),
      place(`uncertainties.${id}`),
    ]),
    ...uncertainties.map(({ parameter: id, distribution }) => [
      id,
      words.drawnIn(distributionText(distribution, parameter(id))),
      place(`uncertainties.${id}`),
    ]),
  ]
  const blocks = sweep.map((block) => [blockText(block, levers.list, parameterCatalogue)])
  const chosen =
    metrics.shipped === 'all'
      ? words.allMetrics(metricCatalogue.length)
      : words.someMetrics(metrics.shipped.length)
  return [
    [words.extends, ancestors.length === 0 ? [] : [[ancestors.join(' → ')]]],
    [words.law, [[lawText, place('law')]]],
    [
      words.levers,
      settings.map(({ lever, value, effective, until, scope }) => [
        lever,
        valueText(value, levers.byId.get(lever)!.kind, language),
        until === undefined ? words.from(effective) : words.fromUntil(effective, until),
        scope === undefined ? '' : scopeText(scope as never, language),
        place(`levers.${lever}`),
      ]),
    ],
    calibrationRows(scenario, place('calibration'), language),
    [words.uncertainties, assumptions],
    [words.shocks, shocks.map((shock) => [shockText(shock, language)])],
    [words.sweep, blocks.length === 0 ? [] : [...blocks, [words.points(countPoints(sweep))]]],
    [words.run, [[runText(scenario, language)]]],
    [
      words.metrics,
      [[chosen], ...metrics.formulas.map(({ id, text }) => [words.formula(id, text)])],
    ],
    [words.notes, scenario.notes.flatMap((note) => wrap(note, answerWidth()).map((one) => [one]))],
  ]
}

/** Of which set replicates draw members, and which values stated here win over them. */
function calibrationRows(scenario: ResolvedScenario, place: string, language: Language): Section {
  const words = memberSetIn(language)
  const { calibration, origins } = scenario
  if (calibration === undefined) {
    return [words.heading, origins['calibration'] ? [[words.notCalibrated, place]] : []]
  }
  const { id, title, members, parameters } = calibration
  const open = openParameters(calibration, scenario)
  const stated = parameters.filter((one) => !open.includes(one))
  return [
    words.heading,
    [
      [id, words.set(title[language], members.length), place],
      ['', words.draws(parameters.length), ''],
      ['', stated.length === 0 ? words.allOpen : words.stated(stated.join(', ')), ''],
    ],
  ]
}

/** What differs from the baseline, as a person would say it. */
function changes(
  scenario: ResolvedScenario,
  baseline: ResolvedScenario,
  levers: LeverCatalogue,
  language: Language,
): Section[] {
  const words = commandsIn(language)
  const rules = ruleChanges(baseline.allSettings, scenario.allSettings, levers, scenario.run)
  const left = baseline.parameterOverrides
  const right = scenario.parameterOverrides
  const ids = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  const assumptions = ids
    .filter((id) => JSON.stringify(left[id]) !== JSON.stringify(right[id]))
    .map((id) => {
      const entry = parameterCatalogue.find((one) => one.id === id)!
      const write = (value = entry.baseline) => String(writeParameterValue(value, entry))
      return [id, `${write(left[id])} → ${write(right[id])}`]
    })
  const runs = [baseline, scenario].map((one) => runText(one, language))
  return [
    [words.against(baseline.id), rules.map((change) => ruleChangeCells(change, language))],
    [words.uncertainties, assumptions],
    [words.run, runs[0] === runs[1] ? [] : [[runs.join(' → ')]]],
  ]
}

/** `cap-20.yaml:10:23`, or the command line, or nothing for a default. */
function placeOf(origin: Origin | undefined, language: Language): string {
  const words = commandsIn(language)
  if (origin === undefined || origin.file === 'default') return words.fixed
  if (origin.file === '-s') return words.override
  return [origin.file, origin.line, origin.column].filter((part) => part !== undefined).join(':')
}

function json(
  scenario: ResolvedScenario,
  baseline: ResolvedScenario | undefined,
  levers: LeverCatalogue,
) {
  const { id, title, question, law, settings, parameterOverrides, uncertainties, shocks } = scenario
  const { sweep, run, metrics, keep, notes, origins, extendsChain, calibration } = scenario
  const rules = baseline
    ? ruleChanges(baseline.allSettings, scenario.allSettings, levers, run).map((change) => ({
        ...change,
        lever: change.lever.id,
      }))
    : undefined
  return {
    id,
    title,
    question,
    extends: extendsChain.slice(1),
    law,
    settings,
    calibration: calibration
      ? { id: calibration.id, title: calibration.title, members: calibration.members.length }
      : null,
    parameters: parameterOverrides,
    uncertainties,
    shocks,
    sweep,
    points: countPoints(sweep),
    run: { ...run, lastMonth: monthAt(run.start, run.periods - 1) },
    metrics,
    keep,
    notes,
    origins,
    ...(baseline ? { against: baseline.id, changes: rules } : {}),
  }
}
