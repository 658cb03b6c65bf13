/**
 * Which row gives the balance of each head and listed platform.
 * @module
 */

/** A platform of the data: its names, its group in partner lists, its row. */
export interface PlatformSource {
  readonly slug: string
  readonly en: string
  readonly zh: string
  readonly group: string
  /** Company in the platform tables and, for guarantee books, in the guarantor table. */
  readonly company: string
  /** Metric of its balance, or of what its balance is derived from; empty: not observed. */
  readonly metric: string
  /** Last day of the row the step names; empty: which value as usual. */
  readonly day: string
}

/** Balance of Meituan's facilitation [mn]. @source model document, section 10, step 3 (assumed) */
export const MEITUAN_BALANCE = 120e3

/** Heads; the first is what is left of their total. @source model document, section 10, step 3 */
export const HEAD_SOURCES: readonly PlatformSource[] = [
  head('ant', 'Ant', '蚂蚁', 'Ant', '', ''),
  head(
    'bytedance',
    'ByteDance',
    '字节跳动',
    'ByteDance',
    'ByteDance / Douyin finance',
    'loan_balance_estimate',
  ),
  head('jd', 'JD', '京东', 'JD', 'JD Technology', 'total_credit_estimate'),
  head('du-xiaoman', 'Du Xiaoman', '度小满', 'Du Xiaoman', 'Du Xiaoman', 'loan_balance_estimate'),
  head('meituan', 'Meituan', '美团', 'Meituan', '美团三快小贷 (Meituan)', ''),
]

const Q1_2025 = '2025-03-31'
const Q4_2024 = '2024-12-31'
const H1_2025 = '2025-06-30'
/** Metrics that give a balance only through a formula. */
export const VOLUME = 'loan_volume_total'
export const REVENUE = 'net_revenue'

/** Listed platforms. Lufax is left out: its book mixes business loans. @source as above */
export const LISTED_SOURCES: readonly PlatformSource[] = [
  listed(
    'qfin',
    'Qfin',
    '奇富科技',
    'Qfin Holdings (Qifu / 360 DigiTech)',
    'loan_balance_ongoing',
    Q1_2025,
  ),
  listed('lexin', 'Lexin', '乐信', 'LexinFintech', 'loan_balance_total', Q4_2024),
  listed(
    'finvolution',
    'FinVolution',
    '信也科技',
    'FinVolution (China mainland unless stated)',
    'loan_balance_china',
    Q1_2025,
  ),
  listed(
    'x-financial',
    'X Financial',
    '小赢科技',
    'X Financial',
    'loan_balance_total_lt60dpd',
    Q4_2024,
  ),
  listed('yiren', 'Yiren', '宜人智科', 'Yiren Digital', 'loan_balance_performing', Q4_2024),
  listed('vcredit', 'VCREDIT', '维信金科', 'VCREDIT', 'loan_balance_total', H1_2025),
  listed('jiayin', 'Jiayin', '嘉银科技', 'Jiayin Group', VOLUME, Q4_2024),
  listed('shuhe', 'Shuhe', '数禾科技', 'Shuhe Technology (Huanbei)', REVENUE, H1_2025),
]

function head(
  slug: string,
  en: string,
  zh: string,
  group: string,
  company: string,
  metric: string,
): PlatformSource {
  return { slug, en, zh, group, company, metric, day: '' }
}

function listed(
  slug: string,
  en: string,
  zh: string,
  company: string,
  metric: string,
  day: string,
): PlatformSource {
  return { slug, en, zh, group: en, company, metric, day }
}
