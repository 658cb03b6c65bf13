/**
 * 8. What this does not say: limits of the model, then the notes of the scenario. Never empty.
 * @module
 */
import { reportLimits } from '../../words/report/report-words.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { foreign, list, section, type SectionContext } from './section.ts'

export function limitsSection(context: SectionContext): Html {
  const { language, source } = context
  const limits = reportLimits(language).map(({ about, text }): Child => [
    element('strong', {}, language === 'zh' ? `${about}。` : `${about}. `),
    text,
  ])
  const notes = source.resolved.caveats.notes.map((one) => foreign(one, language))
  return section(context, 'limits', list([...limits, ...notes], 'limits'))
}
