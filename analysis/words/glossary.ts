/**
 * One English word per concept, with the Chinese term and what is meant.
 * @module
 */

export interface GlossaryEntry {
  /** Id in code and files; empty where there is none. */
  readonly id: string
  readonly en: string
  readonly zh: string
  readonly note: string
}

const rows = `
| loan facilitation (online) | 助贷（互联网助贷） | the bank funds, the platform brings and scores borrowers
coLending | co-lending | 联合贷款 | the platform's affiliate funds a share
bank | bank (funding party) | 商业银行（资金方） | every licensed funder
largeState | large state bank | 国有大行 | a licence
jointStock | joint-stock bank | 股份行 | a licence
city | city bank | 城商行 | a licence
rural | rural bank | 农商行 | a licence
private | private bank | 民营银行 | a licence
foreign | foreign bank | 外资行 | a licence
consumerFinance | consumer-finance company | 消费金融公司 | a licence
trust | trust company | 信托公司 | a licence
microlender | microlender | 小额贷款公司 | a licence
platform | platform operator | 平台运营机构 | finds and scores borrowers
head | leading platform | 头部平台 | a tier
listed | mid-tier platform | 腰部平台 | a tier: the eight listed companies
small | small lending institution | 中小助贷机构 | a tier: all other platforms
guarantor | credit enhancer, financing-guarantee company | 增信服务机构、融资担保公司 | repays the bank when a borrower defaults
borrower | borrower | 借款人 | by segment and region
segment | segment | 客群 | 1 the safest, 5 the riskiest
platformFee | platform fee | 平台服务费 | a year, on the balance
enhancementFee | enhancement fee | 增信服务费 | a year, on the balance
averageApr | all-in cost (of borrowing) | 综合融资成本 | interest and all fees, a year
lpr1y | loan prime rate (LPR) | 贷款市场报价利率 | one year
whitelistRequired | list-based admission | 名单制管理 | no business off the list
whitelistSize | whitelist | 白名单 | the platforms a bank may lend through
hhi | concentration | 集中度 | by balance, by new loans, by partnerships
| Matthew effect | 马太效应 | the strong grow stronger: drift of shares with size
approvalRate | approval rate | 通过率 | approved over applied for, by amount
originations | new loans, disbursement | 放款 | in a month
balance | outstanding balance | 在贷余额 | performing loans
nplRatio | non-performing ratio | 不良率 | defaulted and unresolved
delinquency90 | overdue 91 to 180 days | 逾期91–180天 | the last three months' defaults
vintage | vintage | 账龄 | loans by month of disbursement
lever | lever | 政策工具 | a rule a policymaker sets; not 杠杆
uncertainty | uncertainty | 不确定因素 | a fact nobody knows
parameter | parameter | 参数 | a number of the model with a source
metric | metric | 指标 | a number read each month
scenario | scenario | 情景 | a full description of what to run
baseline | baseline | 基准情景 | the scenario compared with
reform | reform | 政策方案 | the scenario compared
replicate | replicate | 重复试验 | one repetition with its own luck
seed | seed | 随机种子 | names the luck of a run
interval | interval | 区间 | 95%, over replicates
points | percentage points | 个百分点 | difference of two rates
NFRA | NFRA | 国家金融监督管理总局 | the supervisor
PBoC | PBoC | 中国人民银行 | the central bank`

/** The glossary in reading order. */
export const glossary: readonly GlossaryEntry[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [id, en, zh, note] = row.split('|').map((cell) => cell.trim())
    return { id, en, zh, note }
  })

/** The entry of an id, if there is one. */
export function glossaryOf(id: string): GlossaryEntry | undefined {
  return id === '' ? undefined : glossary.find((entry) => entry.id === id)
}
