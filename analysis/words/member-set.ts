/**
 * What is said of a calibration: over what an answer speaks, how the set came about, what it leaves open.
 * @module
 */
import type { CalibrationNote } from '../answer/findings.ts'
import type { Language } from './language.ts'

const en = {
  heading: 'calibration',
  /** Over what an answer speaks. */
  over: (note: CalibrationNote | null) =>
    note === null
      ? 'At the values of the catalogue, or those the scenario states: not calibrated.'
      : `Over the ${note.members} members of the calibrated set ${note.id}: each replicate draws one, the same in baseline and reform; what the scenario states wins over it.`,
  set: (title: string, members: number) => `${title}: ${members} weighted members`,
  draws: (parameters: number) =>
    `each replicate draws one member: ${parameters} parameters together`,
  allOpen: 'values stated here would win over the member; none is',
  stated: (ids: string) => `stated here, wins over the member: ${ids}`,
  notCalibrated: 'none: every parameter at its value in the catalogue unless stated',
  obtained: 'obtained',
  members: 'members',
  effective: (all: number, effective: string) =>
    `${all}, as good as ${effective} of equal weight; weights sum to 1`,
  columns: ['parameter', 'what', 'low (5%)', 'median', 'high (95%)', 'catalogue', 'unit'],
  intervals: (id: string) => `What the calibrated set ${id} leaves open, 90% intervals`,
  intervalColumns: ['Low (5%)', 'Median', 'High (95%)'],
}

export type MemberSetWords = typeof en

const zh: MemberSetWords = {
  heading: '校准',
  over: (note) =>
    note === null
      ? '各参数取目录值或情景所设之值：未经校准。'
      : `结果涵盖校准集${note.id}的${note.members}个成员：每次重复抽取一个，基准与方案相同；情景所设之值优先。`,
  set: (title, members) => `${title}：${members}个加权成员`,
  draws: (parameters) => `每次重复抽取一个成员，同时确定${parameters}个参数`,
  allOpen: '本情景所设之值优先于成员；未设任何值',
  stated: (ids) => `本情景已设，优先于成员：${ids}`,
  notCalibrated: '无：除情景所设外，各参数取目录值',
  obtained: '得来方式',
  members: '成员',
  effective: (all, effective) => `${all}个，相当于${effective}个等权成员；权重之和为1`,
  columns: ['参数', '名称', '下限（5%）', '中位数', '上限（95%）', '目录值', '单位'],
  intervals: (id) => `校准集${id}未能确定的范围，90%区间`,
  intervalColumns: ['下限（5%）', '中位数', '上限（95%）'],
}

/** The words of a language. */
export function memberSetIn(language: Language): MemberSetWords {
  return language === 'zh' ? zh : en
}
