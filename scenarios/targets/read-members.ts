/**
 * Whom a target is read of, what, and when: the keys `of`, `quantity`, `at` and `since`.
 * @module
 */
import { didYouMean } from '../nearest.ts'
import type { Findings } from '../findings.ts'
import type { Path } from '../positions.ts'
import { isWritten, readFields, take, type Entries } from '../sections/read-fields.ts'
import { groupNames, isGroup, kindOfSubject } from './groups.ts'
import { findQuantity } from './quantities.ts'
import { isBefore, readSpan } from './read-span.ts'
import type {
  Comparison,
  QuantityDescriptor,
  RunMonths,
  Span,
  TargetCatalogue,
  TargetMember,
} from './target.ts'

/** Members as read; what did not fit is left out and reported. */
export interface Members {
  readonly members: readonly TargetMember[]
  readonly quantities: readonly QuantityDescriptor[]
  /** One as written: the market or one institution. */
  readonly single: boolean
  readonly hasGroup: boolean
}

const MEMBER_KEYS = ['id', 'quantity', 'at', 'since']
const SUBJECT = 'an institution or a group (zhudai list banks, zhudai list platforms)'
const ALL_MONTHS = 'no time: firstMonth looks at all months'
const NOT_COMPARED = 'no earlier time: a level compares nothing'
const MEMBER = 'an institution, a group, or { id, quantity?, at?, since? }'

/** One member as written, with the paths of its parts. */
interface Written {
  readonly of: 'market' | 'name' | 'fields'
  readonly fields: Entries
  readonly path: Path
}

/** Reads the members of a target whose comparison is `as`. */
export function readMembers(
  target: Entries,
  path: Path,
  as: Comparison,
  catalogue: TargetCatalogue,
  findings: Findings,
): Members {
  const written = writtenMembers(target, path, findings)
  const said = new Set<string>()
  /** Reads what the member says, else what the target says; the same is reported once. */
  const inherited = <T>(
    key: string,
    own: Written,
    read: (value: unknown, at: Path) => T | undefined,
  ): T | undefined => {
    const isOwn = isWritten(own.fields, key)
    const at = isOwn ? [...own.path, key] : [...path, key]
    const before = findings.problems.length
    const value = read(isOwn ? own.fields[key] : target[key], at)
    const added = findings.problems.splice(before)
    for (const problem of added) {
      const text = JSON.stringify(problem)
      if (!said.has(text)) findings.problems.push(problem)
      said.add(text)
    }
    return value
  }
  const members: TargetMember[] = []
  const quantities: QuantityDescriptor[] = []
  for (const own of written.list) {
    const subject = readSubject(own, catalogue, findings)
    const kind = subject === undefined ? 'market' : kindOfSubject(subject)
    if (kind === undefined) continue
    const quantity = inherited('quantity', own, (value, at) =>
      take(findQuantity(value, kind, catalogue), value, at, findings),
    )
    const times = readTimes(as, catalogue.run, (key, read) => inherited(key, own, read), findings)
    if (quantity !== undefined) quantities.push(quantity)
    if (quantity === undefined || times === undefined) continue
    members.push({ ...(subject === undefined ? {} : { subject }), quantity: quantity.id, ...times })
  }
  reportTwice(members, path, written.list, findings)
  const hasGroup = written.list.some(({ fields }) => isGroup(String(fields.id)))
  return { members, quantities, single: written.single && !hasGroup, hasGroup }
}

function writtenMembers(
  target: Entries,
  path: Path,
  findings: Findings,
): { readonly list: readonly Written[]; readonly single: boolean } {
  if (!isWritten(target, 'of')) return { list: [{ of: 'market', fields: {}, path }], single: true }
  const { of } = target
  const at = [...path, 'of']
  const named = (id: string, place: Path): Written => ({ of: 'name', fields: { id }, path: place })
  if (typeof of === 'string') return { list: [named(of, at)], single: true }
  if (!Array.isArray(of) || of.length === 0) {
    findings.value(at, 'an institution, a group, or a list of them', of)
    return { list: [], single: false }
  }
  const list = of.flatMap((one: unknown, k): Written[] => {
    const place = [...at, k]
    if (typeof one === 'string') return [named(one, place)]
    const fields = readFields(one, place, MEMBER_KEYS, MEMBER, findings)
    return fields === undefined ? [] : [{ of: 'fields', fields, path: place }]
  })
  return { list, single: false }
}

/** The institution or group of a member; undefined for the market. Unknown ones are reported. */
function readSubject(
  { fields, path, of }: Written,
  catalogue: TargetCatalogue,
  findings: Findings,
): string | undefined {
  if (of === 'market') return undefined
  const { id } = fields
  const known = [...catalogue.agents, ...groupNames(catalogue)]
  if (typeof id === 'string' && known.includes(id)) return id
  const hint = typeof id === 'string' ? didYouMean(id, known).hint : undefined
  findings.value(of === 'name' ? path : [...path, 'id'], SUBJECT, id, hint)
  return typeof id === 'string' ? id : UNKNOWN
}

/** A subject of no kind. */
const UNKNOWN = '?'

type Times = Pick<TargetMember, 'at' | 'since'>

/** The times of a member; undefined where one is missing or wrong. */
function readTimes(
  as: Comparison,
  run: RunMonths | undefined,
  inherited: <T>(key: string, read: (value: unknown, at: Path) => T | undefined) => T | undefined,
  findings: Findings,
): Times | undefined {
  if (as === 'firstMonth') {
    for (const key of ['at', 'since']) {
      inherited(key, (value, place) => refuse(value, place, ALL_MONTHS, findings))
    }
    return {}
  }
  const span = (value: unknown, at: Path): Span | undefined =>
    take(readSpan(value, run), value, at, findings)
  const at = inherited('at', span)
  if (as === 'level') {
    inherited('since', (value, place) => refuse(value, place, NOT_COMPARED, findings))
    return at === undefined ? undefined : { at }
  }
  const since = inherited('since', (value, place) => {
    const found = span(value, place)
    if (found === undefined || at === undefined || isBefore(found, at)) return found
    findings.value(place, `a time before ${at.text}`, value)
    return undefined
  })
  return at === undefined || since === undefined ? undefined : { at, since }
}

function refuse(value: unknown, at: Path, expected: string, findings: Findings): undefined {
  if (value !== undefined) findings.value(at, expected, value)
}

/** A member written twice with the same quantity and times. */
function reportTwice(
  members: readonly TargetMember[],
  path: Path,
  written: readonly Written[],
  findings: Findings,
): void {
  if (members.length !== written.length) return
  const names = members.map(({ subject, quantity, at, since }) =>
    JSON.stringify([subject, quantity, at?.text, since?.text]),
  )
  const twice = names.findIndex((name, k) => names.indexOf(name) < k)
  if (twice >= 0) findings.value([...path, 'of', twice], 'each member once', members[twice].subject)
}
