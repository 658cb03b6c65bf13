/**
 * 9. Method: one page from the model description; phases and parameters come from the model itself.
 * @module
 */
import { month } from '../../../agents/month.ts'
import { parameterCatalogue, type ParameterEntry } from '../../../agents/parameter-catalogue.ts'
import type { Language } from '../../words/language.ts'
import { methodWords } from '../../words/report/report-words.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { table } from '../page/table.ts'
import { parameterText } from '../point-names.ts'
import { foreign, note, paragraph, section, terms, type SectionContext } from './section.ts'

export function methodSection(context: SectionContext): Html {
  const { language } = context
  const words = methodWords(language)
  const estimated = parameterCatalogue.filter((one) => one.estimated)
  return section(
    context,
    'method',
    paragraph(words.purpose),
    element('h3', {}, words.agents),
    terms(words.kinds.map(([kind, text]) => [kind, text])),
    element('h3', {}, words.month),
    note(words.monthNote),
    element(
      'ol',
      { class: 'phases' },
      month.map(({ id, label }) =>
        element('li', {}, label[language], ' ', element('code', {}, id)),
      ),
    ),
    element('h3', {}, words.equations),
    element(
      'dl',
      { class: 'equations' },
      words.formulas.map(([what, formula, where]) => [
        element('dt', {}, what),
        element(
          'dd',
          {},
          element('code', {}, formula),
          ' ',
          element('span', { class: 'range' }, where),
        ),
      ]),
    ),
    paragraph(words.opening),
    element('h3', {}, words.calibration),
    note(words.calibrationNote),
    parameterTable(context, words.calibration, estimated),
    element(
      'details',
      {},
      element('summary', {}, words.parameters),
      parameterTable(context, words.parameters, parameterCatalogue),
    ),
    note(words.more),
  )
}

function parameterTable(
  { words, language }: SectionContext,
  caption: string,
  entries: readonly ParameterEntry[],
): Html {
  const { parameter, value, range, class: basis, source } = words.columns
  return table({
    caption,
    quiet: true,
    columns: [parameter, value, range, basis, source].map((label) => ({ label })),
    groups: [{ rows: entries.map((entry) => parameterCells(entry, language)) }],
  })
}

function parameterCells(entry: ParameterEntry, language: Language): Child[] {
  const write = (value: unknown) => parameterText(value, entry.unit, language)
  const [low, high] = entry.range.map(write)
  return [
    entry.label[language],
    write(entry.baseline),
    low === high ? '–' : `${low} – ${high}`,
    methodWords(language).classes[entry.class],
    foreign(entry.source, language),
  ]
}
