/**
 * 模型文档各图的文字。
 * @module
 */
import type { ModelFigureWords } from './en.ts'

export const modelFiguresInChinese: ModelFigureWords = {
  source: '由模型自身的函数按基准参数计算',
  tiers: { head: '头部平台', listed: '腰部平台', small: '中小平台' },
  segment: (number, probability) => `第${number}客群（违约概率${probability}）`,
  flows: {
    title: '谁付给谁',
    subtitle: '借款人支付一个价格，由三方分得。每个箭头是一笔支付。',
    description:
      '方框为借款人、银行、增信机构、平台、存款人、政府和其他部门。银行放款；借款人向银行还本并支付收益，向增信机构和平台付费；增信机构向银行代偿部分违约；各方支付运营成本。',
    source: '交易矩阵；政府救助时款项流回银行',
    payer: '付款方',
    payment: '款项',
    payee: '收款方',
    boxes: {
      borrowers: ['借款人', '每年支付 r = y + g + φ'],
      banks: ['银行', '放款，持有资本'],
      guarantors: ['增信机构', '覆盖比例 γ'],
      platforms: ['平台', '获客、评分、审批'],
      depositors: ['存款人', ''],
      government: ['政府', ''],
      rest: ['其他部门', ''],
    },
    arrows: {
      loans: '放款',
      repayment: '收益 y、本金、回收款',
      guaranteeFee: '增信服务费 g',
      platformFee: '平台\n服务费 φ',
      indemnity: '代偿：每笔\n违约的 γ',
      interest: '利息',
      deposits: '存款',
      tax: '税、罚款',
      bankCosts: '合作机构管理、项目成本、\n运营成本、分红',
      guarantorCosts: '运营成本',
      platformCosts: '获客、\n运营成本',
    },
  },
  ceiling: {
    title: '上限下降先压低价格，再挡住借款人',
    subtitle: (segment) =>
      `三家平台对${segment}的报价，资金来自城商行。价格曲线水平处，上限不起作用。`,
    description:
      '两幅图，横轴为上限，从40%降至14%。上：报价，上限低于自由价格后随上限下降。下：通过率，评分最不精确、成本最高的平台下降最多。',
    price: '价格（综合融资成本，年化）',
    approval: '通过率',
    along: '综合融资成本上限',
  },
  value: {
    title: '合作规模要足以支付管理成本',
    subtitle: (tier, segment) =>
      `一家服务${segment}的${tier}每年对城商行的价值，新规前后；低于零时在下次评审中终止。`,
    description:
      '上图：合作每年的价值（百万元）与合作余额，两条直线与零轴相交处为门槛；新规下直线起点更低、斜率更小，门槛右移。下图：门槛上升时合作关系的存续占比，三种余额分布。',
    worth: '价值 V（百万元/年）',
    before: '新规之前',
    under: '新规之下',
    threshold: (balance) => `V = 0：${balance}`,
    balance: '合作余额（百万元）',
    surviving: '合作关系存续占比（闭式解）',
    tail: (a) => `帕累托尾部${a}`,
    ratio: '新门槛 ÷ 旧门槛',
    here: (ratio) => `上图：${ratio}倍`,
  },
  announcement: {
    title: '规划期限越长，已公布的规则越早起作用',
    subtitle: '当月决策中已公布规则的权重 ω，按规划期限 H（月）；2025年10月起规则生效。',
    description:
      '2025年4月公布至10月的四条阶梯线。期限1个月时，权重在生效前为零；24个月时，起点为四分之三。',
    weight: '已公布规则的权重 ω',
    horizon: (months) => `H = ${months}个月`,
    along: '月份',
    announced: '公布',
    inForce: '生效',
  },
  reviews: {
    title: '加快评审使变化在数月内触及多数合作关系',
    subtitle: '一段合作关系当月被评审的概率，以及公布以来至少评审一次的占比。',
    description:
      '上图：月度评审概率在公布时上升，生效三个月后回落。下图：至少评审一次的累计占比，加快评审与常规评审。',
    hazard: '当月被评审的概率',
    reviewed: '2025年4月以来至少评审一次',
    fast: '新规前后',
    ordinary: '常规评审',
    along: '月份',
    announced: '公布',
    inForce: '生效',
    over: '恢复常规',
  },
  screening: {
    title: '评分更准则风险更低，上限起作用时剩余更多',
    subtitle: (ceiling) =>
      `腰部平台的成本，上限${ceiling}；只改变数据优势 c（评分与违约的相关系数）。上限不起作用时，剩余等于目标加成。`,
    description:
      '三幅图，横轴为数据优势：通过率、通过者的平均违约概率、每元余额每年的剩余，分别为第3、4、5客群。',
    approval: '通过率',
    average: '通过者的平均违约概率',
    surplus: '每元余额每年的剩余 S',
    along: '数据优势 c',
    name: (number, probability) => `第${number}客群（${probability}）`,
    tiers: { head: '头部', listed: '腰部', small: '中小' },
  },
  vintage: {
    title: '一个月的放款四个月后约还一半',
    subtitle: '一个月放款的未还余额，以及某月之后的余额占全部余额月的比例（ov）。',
    description:
      '上图：按账龄的未还占比，分别为无提前还款和有提前还款。下图：某月之后的余额月占比。',
    owed: '未还占放款的比例',
    overhang: '该账龄之后的余额月占比 ov(n)',
    plain: '仅分期还款',
    prepaid: (share) => `每月提前还款${share}`,
    along: '账龄（月）',
  },
}
