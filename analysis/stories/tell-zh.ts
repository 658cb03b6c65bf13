/**
 * 用中文讲述。
 * @module
 */
import { linkChinese } from './link-zh.ts'
import type { StoryWords } from './story-words.ts'
import { traceChinese } from './trace-zh.ts'

export const storyChinese: StoryWords = {
  link: linkChinese,
  trace: traceChinese,
  inputs: {
    value: '价值V',
    margin: '银行所得',
    partnerCost: '单个合作成本F1',
    penalty: '预期处罚',
    oversight: '监督成本',
    setupCost: '建立成本',
    net: '净值',
    probability: '同意的概率',
    luck: '随机数',
    programmeValue: '名单价值Ω',
    programmeCost: '业务成本F0',
    quarters: '连续季数',
    measure: '放款',
    limit: '可放款额',
    anticipation: '已公布规则的权重',
    partners: '名单长度',
    balance: '余额',
  },
  columns: { input: '依据', lever: '政策工具' },
  perYear: '（每年）',
}
