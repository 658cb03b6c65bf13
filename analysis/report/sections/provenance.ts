/**
 * 10. Provenance: what made these numbers, how to cite them, how to make them again.
 * @module
 */
import { monthAt } from '../../../engine/time.ts'
import { formatMonth } from '../../words/numbers.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { list, section, terms, type SectionContext } from './section.ts'

export function provenanceSection(context: SectionContext): Html {
  const { source, words, language } = context
  const { manifest, resolved, name, summary } = source
  const { scenario, model, design, status, environment, run } = manifest
  const says = words.provenance
  const known = (text: string | null | undefined): Child =>
    text === null || text === undefined || text === '' ? says.unknown : element('code', {}, text)
  const last = monthAt(summary.start, summary.periods - 1)
  const replays = (source.failures ?? []).flatMap(({ replay }) => (replay === null ? [] : [replay]))
  return section(
    context,
    'provenance',
    terms([
      [says.result, known(name)],
      [says.fingerprint, known(scenario.fingerprint)],
      [says.version, versionText(model)],
      [says.model, known(resolved.basis.model)],
      [says.data, known(resolved.basis.data)],
      [says.seed, known(design.seed)],
      [says.replicates, says.asked(status.done, status.failed, design.replicates)],
      [
        says.months,
        says.span(
          summary.periods,
          formatMonth(summary.start, language),
          formatMonth(last, language),
        ),
      ],
      [says.checks, says.checked(status.identitiesChecked, status.identitiesBroken)],
      [says.command, known(run.command)],
      [says.environment, `Node ${environment.node}, ${environment.platform}`],
      [says.cite, says.citation(model.version, name, scenario.fingerprint, design.seed)],
      [
        says.reproduce,
        [
          element('code', {}, `zhudai reproduce ${name}`),
          language === 'zh' ? '：' : ': ',
          says.reproduceNote,
        ],
      ],
      [
        says.replay,
        replays.length === 0 ? undefined : list(replays.map((one) => element('code', {}, one))),
      ],
    ]),
  )
}

function versionText({ version, commit }: { version: string; commit: string | null }): string {
  return commit === null ? version : `${version} (${commit})`
}
