/**
 * The ledger: every partnership that began or ended, and every programme, with the reason, the numbers
 * of the decision and what they would have been under the rules of November 2024.
 *
 * @source Model document, sections 3.3, 5.5 to 5.8 and 8.1
 * @module
 */
import {
  AT,
  CAUSES,
  CRITERIA,
  EVENTS,
  REASONS,
  ROW_WIDTH,
  type ChronicleColumn,
} from '../../agents/chronicle/columns.ts'
import { LEVERS_OF } from '../../agents/chronicle/levers-of.ts'
import type { KeptColumn, KeptShape } from '../results/tables.ts'
import { agentColumn, codeColumn, monthColumn, numberColumn, type KeptContext } from './columns.ts'

/** Numbers in a row of the ledger: those of the chronicle. */
export const LEDGER_WIDTH = ROW_WIDTH

const NUMBERS: readonly (readonly [ChronicleColumn, string, string, string, string])[] = [
  [
    'activeFrom',
    'period',
    'lending from',
    '可放款期',
    'Period from which a signed partner may lend',
  ],
  ['partners', 'partners', 'list length', '名单长度', "Bank's partners at the start of the month"],
  ['balance', 'mn', 'balance', '余额', 'Performing loans of the pair; of the programme'],
  ['value', 'mn/yr', 'value V', '合作价值V', 'Yearly value of the partner to the bank'],
  ['margin', 'mn/yr', 'margin', '银行所得', "Bank's share of the surplus"],
  ['partnerCost', 'mn/yr', 'partner cost F1', '单个合作成本F1', 'Reviewing and inspecting it'],
  ['penalty', 'mn/yr', 'expected penalty', '预期处罚', 'Inspection, violation, fine, suspension'],
  ['oversight', 'mn/yr', 'oversight', '监督成本', 'What the last partner adds to the head office'],
  ['setupCost', 'mn/yr', 'set-up cost', '建立成本', 'Paid when the partnership starts'],
  ['net', 'mn/yr', 'net value', '净价值', 'Value less oversight and set-up cost'],
  ['probability', '1', 'probability', '概率', 'Of keeping, or of signing'],
  ['luck', '1', 'luck', '随机数', 'Drawn; the answer is yes below the probability'],
  ['platformGain', 'mn/yr', "platform's gain", '平台所得', "Platform's share of the surplus"],
  ['programmeValue', 'mn/yr', 'programme value Ω', '业务价值Ω', 'Value of the best list'],
  ['programmeCost', 'mn/yr', 'programme cost F0', '业务成本F0', 'With re-entry cost on a return'],
  [
    'quarters',
    'quarters',
    'quarters in a row',
    '连续季数',
    'Weak ones, or those a return would pay',
  ],
  ['measure', '', 'measure', '指标值', 'The number the criterion is about'],
  ['limit', '', 'limit', '界限', 'What it is compared with'],
  ['anticipation', '1', 'anticipation ω', '预期权重ω', 'Weight of announced rules in decisions'],
  [
    'announcedShare',
    '1',
    'announced share',
    '已公布规则占比',
    'Part of the cause not in force yet',
  ],
  ['valueBefore', 'mn/yr', 'value, old rules', '旧规则下的V', 'V under the rules before'],
  ['marginBefore', 'mn/yr', 'margin, old rules', '旧规则下的所得', 'Margin under the rules before'],
  ['partnerCostBefore', 'mn/yr', 'F1, old rules', '旧规则下的F1', 'Partner cost before'],
  ['penaltyBefore', 'mn/yr', 'penalty, old rules', '旧规则下的处罚', 'Expected penalty before'],
  ['oversightBefore', 'mn/yr', 'oversight, old rules', '旧规则下的监督', 'Oversight before'],
  ['probabilityBefore', '1', 'probability, old rules', '旧规则下的概率', 'Probability before'],
  ['programmeValueBefore', 'mn/yr', 'Ω, old rules', '旧规则下的Ω', 'Programme value before'],
  ['programmeCostBefore', 'mn/yr', 'F0, old rules', '旧规则下的F0', 'Programme cost before'],
]

const levers: KeptColumn = {
  name: 'levers',
  kind: 'text',
  unit: '',
  label: { en: 'levers', zh: '政策工具' },
  doc: 'Levers that can be behind the cause, space between; see the scenario for those it sets',
  optional: true,
  read(rows, at) {
    const behind = LEVERS_OF[CAUSES[rows[at + AT.cause]]]
    return behind.length === 0 ? null : behind.join(' ')
  },
}

/** How rows of the ledger are read. */
export function ledgerShape({ start, names }: KeptContext): KeptShape {
  return {
    width: LEDGER_WIDTH,
    columns: [
      monthColumn(start, AT.period),
      agentColumn(names, 'bank', AT.bank),
      agentColumn(names, 'platform', AT.platform),
      codeColumn('event', { en: 'event', zh: '事件' }, 'What happened', EVENTS, AT.event),
      codeColumn('reason', { en: 'reason', zh: '原因' }, 'Why', REASONS, AT.reason),
      codeColumn(
        'cause',
        { en: 'cause', zh: '规则所致' },
        'Term of the decision that the rules moved most against those of November 2024',
        CAUSES,
        AT.cause,
      ),
      levers,
      codeColumn(
        'criterion',
        { en: 'criterion', zh: '标准' },
        'Criterion of a failure, or limit that bound',
        CRITERIA,
        AT.criterion,
      ),
      ...NUMBERS.map(([name, unit, en, zh, doc]) =>
        numberColumn(name, unit, { en, zh }, doc, AT[name]),
      ),
    ],
  }
}
