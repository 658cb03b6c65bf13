/**
 * The parameter table: one row per number of the model, as a person would print it.
 *
 *     id | unit | baseline | range | bounds | class | English | 中文 | source
 *
 * Range is what the uncertainty analysis may use: `low..high`, `±30%`, `±.08`, `×.5..2`, or `-` (not
 * varied). Bounds are what the model can compute with: `low..high`, `low..` without an upper end,
 * `whole` for counts. Lists are written `a / b / c`, in the order of segments, tiers or licences.
 * Class is D (data), L (literature) or A (assumed); a star marks the ten estimated ones.
 *
 * @source model document, section 9
 * @module
 */
export const parameterTable = `
tenor | month | 12 | 6..12 | 1..60 whole | D | Loan tenor | 贷款期限 | Qfin 2025Q2 contract tenor 10.58 months
prepayment | 1/month | .07 | .02..0.10 | 0..1 | D | Prepayment each month | 月提前还款率 | Balance over monthly new loans 4.5-6.0 at listed platforms
defaultProbability | 1 | .015 / .03 / .055 / .11 / .18 | ±30% | 0..0.3 | A | 12-month default probability before screening, by segment | 各客群筛选前12个月违约概率 | Assumed, then fitted to 90-day delinquency
markupBase | 1/year | .025 / .04 / .06 / .095 / .13 | ×.6..1.6 | 0..1 | A | Wanted mark-up 1/β by segment | 各客群目标加成 | Assumed; fits price by segment, riskier borrowers being less price-sensitive
markupScale | 1 | 1 | .6..1.6 | 0..10 | A★ | Factor on all mark-ups | 加成水平系数 | Estimated from price by segment
markupMode | choice | scaled | - | scaled, fixed | A | Mark-up rule | 加成方式 | Model 5.2: scaled by market share, or 1/β
outsideShare | 1 | .40 | .2..0.6 | 0..0.99 | A | Share of a pool that does not apply at the start | 期初不申请占比 | Assumed; market elasticity -1.1 to -2.9
dataAdvantage | 1 | .55 / .42 / .32 | ±.08 | 0..0.75 | L | Data advantage (score-default correlation) by tier | 各层级平台数据优势 | AUC table of model 5.1: bureau-like .68 is .30, .82 is .55
dataAdvantageSlope | 1 | 1 | .5..1.5 | 0..3 | A★ | Factor on the spread of data advantage over tiers | 数据优势梯度系数 | Estimated from price and delinquency by tier; range assumed
localDataBonus | 1 | .12 | .05..0.20 | 0..1 | A | Added data advantage of a niche platform at home | 本地化平台数据加成 | Assumed
dataAdvantageMax | 1 | .75 | - | 0..0.75 | A | Highest data advantage | 数据优势上限 | Model 5.2: prices are monotone up to .75
nicheCompliance | 1 | .25 | .05..0.40 | 0..1 | A | Added compliance capacity of a niche platform | 本地化平台合规能力加成 | Assumed; range assumed
nicheAcquisitionDiscount | 1/year | .02 | 0..0.03 | 0..1 | A | Cheaper acquisition of a niche platform | 本地化平台获客成本优势 | Assumed; range assumed
nicheShare | 1 | .3 | .1..0.5 | 0..1 | A | Share of small platforms that are niche | 中小平台中本地化平台占比 | Model 10, step 3; range assumed
nicheHomeReach | 1 | .85 | .6..1 | 0..1 | A | Share of a niche platform's users at home | 本地化平台本地用户占比 | Model 10, step 3; range assumed
acquisitionCost | 1/year | .010 / .030 / .045 | ±50% | 0..1 | A | Acquisition cost by tier, on the average balance | 各层级平台获客成本 | Assumed; platform accounts
platformOperatingCost | 1/year | .008 / .015 / .020 | ±50% | 0..1 | A | Running cost of a platform by tier | 各层级平台运营成本 | Assumed; platform accounts
guaranteeCover | 1 | 0 / .7 / 1 | 0..1 | 0..1 | A | Share of defaults the guarantor repays, by tier | 各层级平台增信覆盖率 | Assumed; heavy- and light-capital split of listed platforms
lenderSurplusShare | 1 | .15 / .10 / .30 | .03..0.6 | 0..1 | D | The bank's share of the surplus, by tier | 银行剩余分成比例 | Listed platforms pay 3.6-3.7% for funds, small ones about 8% quoted in August 2025
platformCompliance | 1 | .85 / .70 / .40 | ±.15 | 0..1 | A | Compliance capacity of a platform by tier | 各层级平台合规能力 | Assumed
ownFundingShare | 1 | 0 | 0..0.9 | 0..0.99 | A | Share of a joint loan funded by the platform's affiliate | 联合贷款平台出资比例 | Assumed: jointly funded balances are not public; scenarios use 0 or .3 and more
feeLoad | 1 | .10 | .05..0.3 | 0..5 | A | Guarantor's load over the expected loss | 增信费附加率 | Assumed
guarantorCost | 1/year | .005 | 0..0.01 | 0..1 | A | Running cost of a guarantor | 增信机构运营成本 | Assumed
guarantorExposureMultiple | 1 | 10 | 3..15 | 0..100 | A | Lines of all banks over a guarantor's reviewed capital | 增信机构授信倍数 | Equal to the legal multiple: neutral in aggregate
lossGivenDefault | 1 | .88 | .80..0.95 | 0..1 | L | Share of a defaulted balance never recovered | 违约损失率 | Literature on unsecured consumer credit
workoutMonths | month | 6 | 3..12 | 1..60 | L | Average time bad loans stay on the books | 不良贷款处置时长 | Literature on unsecured consumer credit
macroLoading | 1 | .023 | .01..0.05 | 0..0.5 | L | Loading of monthly defaults on the macro factor | 宏观因子载荷 | Matches the annual deviation at a one-period correlation of 4% (model 9, conversion)
macroPersistence | 1 | .97 | .9..0.99 | 0..0.999 | L | Persistence of the macro factor, monthly | 宏观因子持续性 | Literature on credit cycles
fundingCost | 1/year | .016 / .018 / .020 / .020 / .024 / .022 / .024 / .030 / .035 | ±.004 | 0..1 | D | Cost of borrowed funds by licence | 各类机构负债成本 | Data where published, else assumed
bankOperatingCost | 1/year | .007 | .004..0.012 | 0..1 | A | Running cost of partner loans | 助贷业务运营成本 | Assumed
riskWeightOther | 1 | 1.0 | - | 0..3 | L | Risk weight of other loans | 其他贷款风险权重 | Standard
returnTarget | 1/year | .10 | .08..0.12 | 0..1 | A | Required return on equity | 目标资本回报率 | Sector return on equity 8.2%
capitalBufferMin | 1 | .01 | - | 0..1 | A | Own buffer over the capital minimum, lowest | 资本缓冲下限 | Assumed: uniform .01-.03
capitalBufferMax | 1 | .03 | - | 0..1 | A | Own buffer over the capital minimum, highest | 资本缓冲上限 | Assumed: uniform .01-.03
taxRate | 1 | .25 | - | 0..1 | L | Tax on profits | 所得税率 | Standard rate
payoutShare | 1 | .30 | 0..1 | 0..1 | A | Share of profits paid out | 分红比例 | Assumed
liquidityRatio | 1 | .10 | .05..0.2 | 0..1 | A | Liquid assets over deposits | 流动性比率 | Assumed
otherLoanGrowth | 1/year | 0 | 0..0.08 | -.5..0.5 | A | Growth of other loans | 其他贷款增速 | Assumed
partnerCostOld | mn/yr | .5 | - | 0.. | A | Oversight cost of one partner before a public list | 旧规单一合作机构管理成本 | Assumed: 2 staff
partnerCostNew | mn/yr | 1.0 | .5..10 | 0.. | A★ | Oversight cost of one partner with a public list | 新规单一合作机构管理成本 | Assumed: 2-10 staff; identified by list lengths and which partners vanish
programmeCostOld | mn/yr | 2 | - | 0.. | A | Cost of a programme before the notice | 旧规助贷项目固定成本 | Assumed
programmeCostNew | mn/yr | 4 | 2..15 | 0.. | A★ | Cost of a programme under the notice | 新规助贷项目固定成本 | Assumed: 10-30 staff; identified by exits by programme size
programmeScale | 1 | .65 | .4..1 | 0..2 | L | Growth of programme cost with programme size | 项目成本规模弹性 | Cost scale of United States community banks
partnerScale | 1 | 0 | 0..0.3 | 0..2 | L | Growth of partner cost with programme size | 合作成本规模弹性 | Cost scale of United States community banks
programmeCapabilityLoad | 1 | .8 | 0..2 | 0..10 | A | Extra programme cost of a bank without own risk management | 风控能力不足附加成本 | Assumed
partnerComplianceLoad | 1 | .5 | 0..2 | 0..10 | A | Extra partner cost of a platform without compliance capacity | 平台合规不足附加成本 | Assumed
oversightConvexity | 1 | 1 | 0..4 | 0..100 | A | Convexity of oversight cost beyond capacity | 合规产能凸性 | Assumed; neutral at 0
oversightLoad | 1 | 1.25 | 1..3 | 1..10 | A | Oversight load of a partner under head-office approval | 总行准入管理负荷 | Assumed; neutral at 1
capacitySlack | 1 | 1.25 | 1..2 | .1..10 | A | Compliance capacity over the opening list length | 期初合规产能余量 | Assumed
ownRiskInvestment | 1 | .05 | 0..0.2 | 0..1 | A | Share of programme surplus invested in own risk control | 自主风控投入比例 | Assumed; neutral at 0
investmentScale | mn | 10 | 3..30 | .01.. | A | Spending that closes most of a capability gap | 风控投入规模参数 | Assumed
capacityGain | 1 | 1 | 0..2 | 0..10 | A | Capacity gained per unit of risk management | 风控能力的产能增益 | Assumed
violationBase | 1/year | .3 | .1..0.5 | 0..1 | A | Violations when neither side has control | 基准违规率 | Assumed; range assumed
inspectionRateOld | 1/year | .02 | - | 0..1 | A | Inspections before the notice | 旧规检查频率 | Assumed
inspectionRateNew | 1/year | .10 | .02..0.3 | 0..1 | A★ | Inspections with a public list | 新规检查频率 | Calibrated to four head-office fines in two months of 2025
detectionGain | 1 | .2 | 0..1 | 0..10 | A | Gain in detection from a public list | 公开名单的检出增益 | Assumed
fineOther | mn | 1 | - | 0.. | D | Fine per case of other lenders | 其他机构单次罚款 | 997 bank tickets, RMB 981 million in three quarters of 2025
suspensionShare | 1 | .2 | - | 0..1 | A | Share of cases with a suspension | 处罚附带暂停业务占比 | Assumed
suspensionMonths | month | 3 | - | 0..60 whole | A | Length of a suspension | 暂停业务时长 | Assumed
accountabilityCost | mn | 20 | - | 0.. | A | Shadow cost of personal accountability per case | 个人问责影子成本 | Assumed
planningHorizon | month | 12 | 1..24 | 1..120 | A★ | Planning horizon | 规划期限 | Length of a partnership contract
credibility | 1 | 1 | .5..1 | 0..1 | A | Weight on announced rules | 公告可信度 | Assumed
leakCredibility | 1 | 0 | 0..0.5 | 0..1 | A | Weight on rules not yet announced | 消息可信度 | Assumed
reviewRate | 1/month | 1/12 | - | 0..1 | A | Ordinary reviews of a partnership | 常规合作评审频率 | Assumed: once a year
reviewRateAnnounced | 1/month | .30 | .1..0.6 | 0..1 | A★ | Reviews around an admission rule | 新规前后评审频率 | Estimated from list timing April to October 2025
legacyCost | 1/year | .10 | 0..0.4 | 0..5 | A★ | Shadow cost of a balance above the line after the date | 存量超限影子成本 | Estimated from the fall above 24% before the date
choiceNoise | mn/yr | .5 | .1..3 | .000001.. | A★ | Noise in keep and form decisions | 选择噪声 | Estimated from cuts of large and keeps of small partners
setupCost | mn | 1 | - | 0.. | A | Cost of setting up a partnership | 合作建立成本 | Assumed
reentryCost | mn | 2 | - | 0.. | A | Cost of re-entering the business | 重新进入成本 | Assumed
candidates | count | 5 | 3..10 | 1..100 whole | L | Candidates drawn per search | 每次搜寻候选数 | Search literature
preferentialAttachment | 1 | 1 | 0..1.5 | 0..5 | A | Pull of well-connected platforms in search | 偏好连接强度 | Assumed
fundingCostSensitivity | year | 60 | 20..150 | 0..1000 | A | How far cheap funders are preferred | 资金成本敏感度 | Assumed
capacityDispersion | 1 | .5 | .2..1 | 0..5 | A★ | Deviation of the logarithm of imputed appetites | 产能离散度 | Estimated
approvalDelayOld | month | 1 | 0..6 | 0..24 | A | Months from signing to first loan before the notice | 旧规准入时长 | Assumed
exitQuarters | quarters | 2 | 1..4 | 1..40 whole | A | Weak quarters before a bank leaves | 退出前连续弱季数 | Assumed
fixedCost | mn/yr | 500 / 60 / 6 | ×.5..2 | 0.. | A | Overhead of a platform by tier | 各层级平台固定费用 | Assumed; platform accounts
smallFixedCostNew | mn/yr | 14 | ×.5..2 | 0.. | A | Overhead of a small platform once a public list is required | 公开名单下中小平台固定费用 | Assumed
partnerServiceCost | mn/yr | .3 | .1..1 | 0.. | A | Platform's cost of serving one bank | 服务单家银行成本 | Assumed
returnRate | 1 | .5 | 0..0.9 | 0..0.99 | A | Share of turned-away demand that returns next month | 被拒需求次月回流率 | Assumed
maxMonthlyUse | 1 | 1/3 | .1..1 | 0..1 | A | Most of its capacity a bank can lend in a month | 单月产能使用上限 | Assumed
distressMultiplier | 1 | 3 | 1.5..3 | 1..20 | L | Hazard of a platform in distress, relative | 平台困境违约乘数 | Literature on platform failures
distressLength | month | 6 | - | 0..60 whole | A | Length of platform distress | 平台困境时长 | Assumed
averageTicket | mn | .00358 | - | .0000001.. | D | Average loan | 笔均金额 | Qfin 2025Q2: 84,609 mn over 23.638 million loans
absoluteCeiling | 1/year | .36 | - | .01..1 | D | Highest price sold at all | 绝对价格上限 | Practice before October 2025 (model 5.2)
guaranteeStretch | 1/year | .12 | - | 0..1 | D | What a separate guarantee fee could add | 增信费可加价幅度 | Practice before October 2025 (model 5.2)
acquisitionCostUplift | 1/year | 0 | 0..0.02 | 0..1 | A | Added acquisition cost under marketing rules | 营销新规获客成本上浮 | Off by default; range assumed
defaultMode | choice | cohort | - | cohort, loan | A | How defaults are drawn | 违约抽样方式 | Model 5.1: expected cohort defaults or whole loans
burnIn | month | 120 | - | 0..1200 whole | A | Months before period 0 | 预热期长度 | Model 2: links drift by 0.6% a year after 120 months
`
