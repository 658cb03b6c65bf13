/**
 * One target of a file.
 * @module
 */
import { z } from 'zod'
import type { Findings } from '../findings.ts'
import type { Path } from '../positions.ts'
import { reportIssues } from '../report-issues.ts'
import { isWritten, readFields, take, type Entries } from '../sections/read-fields.ts'
import { readMember } from '../values.ts'
import { PART, RATIO, readOnScale, scaleAs, unitAs } from './quantities.ts'
import { readCombine } from './read-combine.ts'
import { readMembers, type Members } from './read-members.ts'
import { readObserved } from './read-observed.ts'
import { COMPARISONS, type Comparison, type Condition } from './target.ts'
import type { Target, TargetCatalogue } from './target.ts'

const KEYS = [
  'id',
  'title',
  'quantity',
  'of',
  'summary',
  'inside',
  'order',
  'as',
  'when',
  'at',
  'since',
  'observed',
  'within',
  'band',
  'weight',
  'confidence',
  'source',
  'note',
]
const LONGEST_ID = 64

/** An id of a file or target. */
export const idSchema = z
  .string('lower-case words joined by hyphens')
  .max(LONGEST_ID, `an id of at most ${LONGEST_ID} characters`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const text = z.string('a text').trim().min(1, 'a text that is not empty')
export const titleSchema = z.strictObject({ en: text, zh: text }, 'a title { en, zh }')
/** One text as a list of one. */
export const notesSchema = z.preprocess(
  (written) => (typeof written === 'string' ? [written] : written),
  z.array(text, 'a list of texts'),
)

const headSchema = z.object({
  id: idSchema,
  title: titleSchema.optional(),
  source: text.optional(),
  note: text.optional(),
})

/** The target at `path`; undefined, with every problem reported, where something does not fit. */
export function readTarget(
  written: unknown,
  path: Path,
  catalogue: TargetCatalogue,
  findings: Findings,
): Target | undefined {
  const fields = readFields(written, path, KEYS, 'a target such as { id, quantity, … }', findings)
  if (fields === undefined) return undefined
  const head = headSchema.safeParse(fields)
  if (!head.success) reportIssues(head.error.issues, fields, path, findings)
  const as = isWritten(fields, 'as')
    ? take(readMember(fields.as, COMPARISONS), fields.as, [...path, 'as'], findings)
    : 'level'
  if (as === undefined) return undefined
  const members = readMembers(fields, path, as, catalogue, findings)
  const when = readCondition(fields, path, as, members, findings)
  const unit = memberUnit(as, members, path, findings)
  if (unit === undefined) return undefined
  const scale = scaleAs(as, unit, catalogue.run)
  const combine = readCombine(fields, path, members, scale, findings)
  const isPart = combine?.kind === 'inside' || combine?.kind === 'order'
  const absent = combine?.kind === 'order' ? 1 : undefined
  const observed = readObserved(fields, path, isPart ? PART : scale, absent, findings)
  if (!head.success || combine === undefined || observed === undefined) return undefined
  const { id, title, source, note } = head.data
  return {
    id,
    ...(title === undefined ? {} : { title }),
    members: members.members,
    combine,
    as,
    ...(when === undefined ? {} : { when }),
    ...observed,
    unit: isPart ? 'share' : unit,
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  }
}

/** The unit all members share; ratios and waiting times are comparable whatever they are of. */
function memberUnit(
  as: Comparison,
  { quantities }: Members,
  path: Path,
  findings: Findings,
): string | undefined {
  const units = [...new Set(quantities.map(({ unit }) => unitAs(as, unit)))]
  if (units.length <= 1) return units[0]
  findings.value([...path, 'of'], 'members measured in one unit', units.join(', '))
  return undefined
}

/** What `firstMonth` waits for. */
function readCondition(
  target: Entries,
  path: Path,
  as: Comparison,
  { quantities }: Members,
  findings: Findings,
): Condition | undefined {
  const at = [...path, 'when']
  if (as !== 'firstMonth') {
    if (isWritten(target, 'when')) {
      findings.key(at, 'no condition: only firstMonth waits for one', 'when')
    }
    return undefined
  }
  const expected = 'a condition such as { below: 90%, of: start }'
  const fields = readFields(target.when, at, ['above', 'below', 'of'], expected, findings)
  if (fields === undefined) return undefined
  const sides = (['above', 'below'] as const).filter((side) => isWritten(fields, side))
  const [side] = sides
  if (sides.length !== 1) {
    findings.value(at, 'either above or below', target.when)
    return undefined
  }
  const ofStart = isWritten(fields, 'of')
  if (ofStart && fields.of !== 'start') {
    findings.value([...at, 'of'], 'start, or nothing', fields.of)
    return undefined
  }
  if (quantities.length === 0) return undefined
  const scale = ofStart ? RATIO : scaleAs('level', quantities[0].unit)
  const limit = take(readOnScale(fields[side], scale), fields[side], [...at, side], findings)
  return limit === undefined ? undefined : { side, limit, ofStart }
}
