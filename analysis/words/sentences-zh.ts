/**
 * 用中文句子给出答案。
 * @module
 */
import type { ComparisonFindings, LevelFindings, Sameness } from '../answer/findings.ts'
import type { ChangeRow } from '../answer/rows.ts'
import {
  formatChange,
  formatChangeRange,
  formatLevel,
  formatMonth,
  formatRelative,
  formatRelativeRange,
  isRate,
  MINUS,
} from './numbers.ts'

function level(row: ChangeRow, side: 'baseline' | 'reform'): string {
  return formatLevel(row.compared[side].mean, row.metric.unit, 'zh')
}

/** 变化及其区间：比率用百分点，其余用相对基准的百分比。 */
function change(row: ChangeRow): string {
  const { compared, relative, metric } = row
  if (compared.verdict === 'undefined') return '无定义'
  if (compared.verdict === 'identical') return '没有变化'
  const absolute = isRate(metric.unit) || Number.isNaN(relative.mean) || metric.unit === 'banks'
  const { mean, low, high } = absolute ? compared.change : relative
  const written = absolute ? formatChange(mean, metric.unit, 'zh') : formatRelative(mean)
  const range = absolute
    ? formatChangeRange(low, high, metric.unit, 'zh')
    : formatRelativeRange(low, high, 'zh')
  if (compared.verdict === 'notDistinguishable') return `与零无法区分（${range}）`
  return `${written}（${range}）`
}

function listOf(findings: ComparisonFindings, pairs: readonly (readonly [string, string])[]) {
  return pairs
    .map(([id, name]) => [findings.row(id), name] as const)
    .filter(([row]) => row !== undefined && row.compared.verdict !== 'undefined')
    .map(([row, name]) => `${name}${change(row as ChangeRow)}`)
    .join('，')
}

export function sentence(text: string): string[] {
  return text === '' ? [] : [text]
}

function partners(findings: ComparisonFindings): string[] {
  const { row, monthBefore, lastMonth } = findings
  const said: string[] = []
  const before = row('links', 'beforeEffective')
  const end = row('links')
  if (before && monthBefore !== undefined) {
    said.push(
      `规则生效前的最后一个月（${formatMonth(monthBefore, 'zh')}），银行与平台的合作关系比基准${change(before)}。`,
    )
  }
  if (end) {
    const kept = row('edgeSurvival')
    const survival =
      kept && !Number.isNaN(kept.compared.reform.mean)
        ? `期初的合作关系中，${level(kept, 'reform')}从未中断，基准为${level(kept, 'baseline')}。`
        : ''
    said.push(
      `到${formatMonth(lastMonth, 'zh')}：${change(end)}，合作关系为${level(end, 'reform')}个，` +
        `基准为${level(end, 'baseline')}个。${survival}`,
    )
  }
  const byTier = listOf(findings, [
    ['linksHead', '头部平台'],
    ['linksListed', '腰部平台'],
    ['linksNiche', '区域或专业型中小机构'],
    ['linksSmallOther', '其他中小机构'],
  ])
  return [...said, ...sentence(byTier === '' ? '' : `按合作对象看合作关系：${byTier}。`)]
}

function institutions(findings: ComparisonFindings): string[] {
  const { row } = findings
  const said: string[] = []
  const exits = row('programmeExits')
  if (exits) {
    const bySize = listOf(findings, [
      ['programmeExitShareSmallThird', '业务规模最小的三分之一'],
      ['programmeExitShareMiddleThird', '居中的三分之一'],
      ['programmeExitShareLargeThird', '最大的三分之一'],
    ])
    said.push(
      `停办助贷业务的银行：${level(exits, 'reform')}家，基准为${level(exits, 'baseline')}家，${change(exits)}` +
        `${bySize === '' ? '' : `；停办占比：${bySize}`}。`,
    )
  }
  const small = row('activeSmallPlatforms')
  const funded = row('listedSmallPlatforms')
  if (small && funded) {
    said.push(
      `仍在经营的中小助贷机构：${level(small, 'reform')}家，基准为${level(small, 'baseline')}家，${change(small)}；` +
        `至少在一份名单上的：${level(funded, 'reform')}家，基准为${level(funded, 'baseline')}家。`,
    )
  }
  return said
}

function concentration({ row }: ComparisonFindings): string[] {
  const volume = row('cr5')
  const links = row('cr5Links')
  if (!volume || !links) return []
  return [
    `前五大平台占余额的${level(volume, 'reform')}，${change(volume)}；` +
      `占合作关系的${level(links, 'reform')}，${change(links)}。`,
  ]
}

function credit(findings: ComparisonFindings): string[] {
  const { row } = findings
  const lent = row('originations')
  const said: string[] = []
  if (lent) {
    const bySegment = listOf(findings, [
      ['originationsS1', '风险最低的客群'],
      ['originationsS2', '第二'],
      ['originationsS3', '第三'],
      ['originationsS4', '第四'],
      ['originationsS5', '风险最高的客群'],
    ])
    said.push(`新放款：${change(lent)}；按风险分：${bySegment}。`)
  }
  const price = row('averageApr')
  const above = row('shareAbove24')
  if (price && above) {
    said.push(
      `新放款的平均综合融资成本为${level(price, 'reform')}，${change(price)}；` +
        `成本高于24%的占${level(above, 'reform')}，基准为${level(above, 'baseline')}。`,
    )
  }
  const unfunded = row('unfunded')
  const excluded = row('excludedBorrowers')
  if (unfunded && excluded) {
    said.push(
      `获批但未放款：每月${level(unfunded, 'reform')}，基准为${level(unfunded, 'baseline')}。` +
        `未获贷款的申请人：每月${level(excluded, 'reform')}人，基准为${level(excluded, 'baseline')}人，${change(excluded)}。`,
    )
  }
  return said
}

const sameness: Readonly<Record<Sameness, string>> = {
  sameRules: '两个情景起作用的规则和参数完全相同',
  afterRun: '规则的差异在运行结束之后才出现，可增加月数或提前生效',
  neverBinds: '规则有差异，但对任何银行、平台或借款人都没有约束',
}

/** 比较的结果，重要的在前。 */
export function comparison(findings: ComparisonFindings): string[] {
  if (findings.identical) {
    return [
      `全部${findings.pairs}对试验中，每个指标、每个月都与基准完全相同：${sameness[findings.identical]}。`,
    ]
  }
  return [
    ...partners(findings),
    ...institutions(findings),
    ...concentration(findings),
    ...credit(findings),
  ]
}

/** 单个情景的状况。 */
export function levels({ row, lastMonth, periods }: LevelFindings): string[] {
  const read = (id: string) => {
    const found = row(id)
    return found ? formatLevel(found.level.mean, found.metric.unit, 'zh') : MINUS
  }
  return [
    `${formatMonth(lastMonth, 'zh')}，${read('programmesOn')}家银行通过${read('links')}个合作关系放款，` +
      `白名单长度的中位数为${read('whitelistSizeMedian')}，${read('activeSmallPlatforms')}家中小助贷机构仍在经营。`,
    `在贷余额${read('balance')}，其中前五大平台占${read('cr5')}。`,
    `${periods < 12 ? '运行期内' : '最近一年'}新放款每月${read('originations')}，平均综合融资成本${read('averageApr')}，通过率${read('approvalRate')}。`,
  ]
}
