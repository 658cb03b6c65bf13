/**
 * 4 to 6: effects over time or by setting, who gains and loses, the market's shape.
 * @module
 */
import { messagesIn } from '../../words/messages.ts'
import type { SummaryPoint } from '../../results/summary.ts'
import { element, type Child, type Html } from '../page/html.ts'
import { CONCENTRATION, families, known } from '../plots/metric-choice.ts'
import { linkMonths } from '../plots/link-months.ts'
import type { ReportContext } from '../report-figure.ts'
import { MOST_SIDE_BY_SIDE } from '../result-shape.ts'
import { headlineGroups } from './answer.ts'
import { metricTable } from './metric-table.ts'
import { figuresOf, note, paragraph, section, type SectionContext } from './section.ts'

export function timeSection(context: SectionContext): Html {
  const { words, shape } = context
  const { time } = words
  const how = {
    single: time.single,
    several: time.several,
    pair: time.pair,
    reforms: time.several,
    sweep: time.sweep,
  }
  return section(context, 'time', note(how[shape.kind]), figuresOf(context, 'time'))
}

/** Points that fit beside each other: all, or the two ends of a sweep. */
function columnPoints({ shape }: ReportContext): readonly SummaryPoint[] {
  const { asked } = shape
  return asked.length <= MOST_SIDE_BY_SIDE ? asked : [asked[0], asked[asked.length - 1]]
}

export function groupsSection(context: SectionContext): Html {
  const { words, language, index } = context
  const groups = families.map(({ id, members }) => ({
    title: words.groups[id],
    rows: members.map(({ metric, label }) => ({ metric, label: label[language] })),
  }))
  const own = groups.some(({ rows }) => rows.some(({ metric }) => index.metric(metric)))
  return section(
    context,
    'groups',
    whoGains(context),
    figuresOf(context, 'groups'),
    note(words.groups.note),
    metricTable(
      context,
      words.sections.groups,
      own ? groups : headlineGroups(context),
      columnPoints(context),
    ),
  )
}

/** The groups whose change can be told from none, by direction; of the first comparison. */
function whoGains(context: ReportContext): Child {
  const { shape, index, words, language } = context
  if (shape.kind !== 'pair') return undefined
  const named = (verdicts: readonly string[]) =>
    families
      .filter(({ id }) => id === 'partnerships' || id === 'borrowers')
      .flatMap(({ id, members }) =>
        members
          .filter(({ metric }) => {
            const found = index.change(shape.head.id, metric)
            return found !== undefined && verdicts.includes(found.entry.verdict)
          })
          .map(({ label }) => `${label[language]}${words.colon}${familyNoun(id, language)}`),
      )
  const [gain, lose, unclear] = [['higher'], ['lower'], ['notDistinguishable', 'identical']].map(
    named,
  )
  return [
    ...(gain.length > 0 ? [paragraph(words.groups.gains(gain.join(words.semicolon)))] : []),
    ...(lose.length > 0 ? [paragraph(words.groups.loses(lose.join(words.semicolon)))] : []),
    ...(gain.length + lose.length === 0 ? [paragraph(words.groups.nobody)] : []),
    ...(unclear.length > 0 ? [paragraph(words.groups.unclear(unclear.join(words.semicolon)))] : []),
  ]
}

const NOUNS = {
  partnerships: { en: 'partnerships', zh: '合作关系' },
  borrowers: { en: 'new loans', zh: '新放款' },
} as const

function familyNoun(id: string, language: 'en' | 'zh'): string {
  return id === 'partnerships' ? NOUNS.partnerships[language] : NOUNS.borrowers[language]
}

export function shapeSection(context: SectionContext): Html {
  const { words, index, source, language } = context
  const rows = known(index, CONCENTRATION).map((metric) => ({ metric }))
  const top =
    rows.length > 0
      ? metricTable(context, words.shape.concentration, [{ rows }], columnPoints(context))
      : metricTable(
          context,
          messagesIn(language).themes.partners,
          headlineGroups(context),
          columnPoints(context),
        )
  const kept = source.links !== undefined && Object.keys(source.links).length > 0
  const drawn = linkMonths(source, context.shape.head.id) !== undefined
  return section(
    context,
    'shape',
    element('h3', {}, words.shape.concentration),
    top,
    paragraph(kept ? (drawn ? words.shape.first : words.shape.noOne) : words.shape.noLinks),
    figuresOf(context, 'shape'),
  )
}
