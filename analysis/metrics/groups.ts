/**
 * The groups metrics are broken down by, each with its id suffix and its name in both languages.
 * @module
 */
import { LICENCES, SEGMENTS, SMALL, type Licence } from '../../agents/parameters.ts'
import type { Platforms } from '../../agents/market.ts'
import type { Text } from './metric.ts'

/** A named subset: `codes[i]` is 1 where code i belongs to it. */
export interface Group {
  readonly suffix: string
  readonly label: Text
  readonly codes: readonly number[]
}

/** Platform codes: the tier, with niche platforms of tier small set apart. */
export const PLATFORM_CODES = 4
export const NICHE_CODE = 3

/** The code of platform p in the groups below. */
export function platformCode(platforms: Platforms, p: number): number {
  const tier = platforms.tier[p]
  return tier === SMALL && platforms.niche[p] === 1 ? NICHE_CODE : tier
}

/** Platform tiers, and the two kinds of small lending institutions (中小助贷机构). */
export const platformGroups: readonly Group[] = [
  { suffix: 'Head', label: { en: 'leading platforms', zh: '头部平台' }, codes: [1, 0, 0, 0] },
  { suffix: 'Listed', label: { en: 'mid-tier platforms', zh: '腰部平台' }, codes: [0, 1, 0, 0] },
  { suffix: 'Small', label: { en: 'small institutions', zh: '中小助贷机构' }, codes: [0, 0, 1, 1] },
  {
    suffix: 'Niche',
    label: { en: 'niche small institutions', zh: '区域或专业型中小机构' },
    codes: [0, 0, 0, 1],
  },
  {
    suffix: 'SmallOther',
    label: { en: 'other small institutions', zh: '其他中小机构' },
    codes: [0, 0, 1, 0],
  },
]

/** The names of licences. */
export const licenceLabels: Readonly<Record<Licence, Text>> = {
  largeState: { en: 'large state banks', zh: '国有大行' },
  jointStock: { en: 'joint-stock banks', zh: '股份行' },
  city: { en: 'city banks', zh: '城商行' },
  rural: { en: 'rural banks', zh: '农商行' },
  private: { en: 'private banks', zh: '民营银行' },
  foreign: { en: 'foreign banks', zh: '外资行' },
  consumerFinance: { en: 'consumer-finance companies', zh: '消费金融公司' },
  trust: { en: 'trust companies', zh: '信托公司' },
  microlender: { en: 'microlenders', zh: '小额贷款公司' },
}

/** One licence each; `code` is the index into LICENCES. */
export const licenceGroups = LICENCES.map((licence, code) => ({
  suffix: licence[0].toUpperCase() + licence.slice(1),
  label: licenceLabels[licence],
  code,
}))

/** Borrower segments, S1 the safest; `code` is the index from 0. */
export const segmentGroups = Array.from({ length: SEGMENTS }, (_, code) => ({
  suffix: `S${code + 1}`,
  label: segmentLabel(code),
  code,
}))

function segmentLabel(code: number): Text {
  if (code === 0) return { en: 'segment 1 (safest)', zh: '客群1（风险最低）' }
  if (code === SEGMENTS - 1) {
    return { en: `segment ${SEGMENTS} (riskiest)`, zh: `客群${SEGMENTS}（风险最高）` }
  }
  return { en: `segment ${code + 1}`, zh: `客群${code + 1}` }
}

/** Thirds and tenths of the programmes on at the start, by the partner loans they hold. */
export const THIRDS = 3
export const TENTHS = 10
export const sizeThirds = [
  {
    suffix: 'SmallThird',
    label: { en: 'smallest third of programmes', zh: '规模最小三分之一' },
    code: 0,
  },
  {
    suffix: 'MiddleThird',
    label: { en: 'middle third of programmes', zh: '规模居中三分之一' },
    code: 1,
  },
  {
    suffix: 'LargeThird',
    label: { en: 'largest third of programmes', zh: '规模最大三分之一' },
    code: 2,
  },
]
export const sizeTenths = Array.from({ length: TENTHS }, (_, code) => ({
  suffix: `Decile${code + 1}`,
  label: { en: `size decile ${code + 1}`, zh: `规模第${code + 1}十分位` },
  code,
}))

/** A family member's label: what is measured, then of whom. */
export function memberLabel(base: Text, group: Text): Text {
  return { en: `${base.en}, ${group.en}`, zh: `${base.zh}·${group.zh}` }
}

/** Σ of the codes a group contains. */
export function sumOfGroup(byCode: Float64Array | Int32Array, codes: readonly number[]): number {
  let sum = 0
  for (let code = 0; code < codes.length; code++) sum += codes[code] * byCode[code]
  return sum
}
