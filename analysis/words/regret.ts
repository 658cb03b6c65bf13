/**
 * What is said of policies under many futures, in both languages.
 * @module
 */
import type { Language } from './language.ts'

const en = {
  and: (names: readonly string[]) => names.join(', '),
  head: (metric: string, better: 'higher' | 'lower', mark: string) => {
    const reached = better === 'higher' ? 'at least' : 'at most'
    return `${metric}: ${better} is better${mark === '' ? '' : `, good enough ${reached} ${mark}`}`
  },
  columns: ['', 'mean', 'regret, mean', '90% of futures', 'largest', 'good enough'],
  leastRegret: (names: string) => `Least of the largest regret: ${names}.`,
  alike: 'No policy is worse than another in any future.',
  noFuture: 'Not defined in any future that all policies share.',
  mostOften: (names: string) => `Good enough in most futures: ${names}.`,
  futures: (n: number) =>
    `Regret: how much worse than the best of these policies would have been in the same future. ${n} futures, the same luck and assumptions for all.`,
}

export type RegretWords = typeof en

const zh: RegretWords = {
  and: (names) => names.join('、'),
  head: (metric, better, mark) => {
    const side = better === 'higher' ? '越高越好' : '越低越好'
    const reached = better === 'higher' ? '不低于' : '不高于'
    return `${metric}：${side}${mark === '' ? '' : `，${reached}${mark}为达标`}`
  },
  columns: ['', '均值', '平均遗憾', '90%情形以内', '最大遗憾', '达标比例'],
  leastRegret: (names) => `最大遗憾最小：${names}。`,
  alike: '在任何情形下，各政策均无优劣之分。',
  noFuture: '没有一种各政策均有定义的情形。',
  mostOften: (names) => `达标情形最多：${names}。`,
  futures: (n) =>
    `遗憾：在同一情形下比其中最好的政策差多少。共${n}种情形，各政策的随机数与假设相同。`,
}

/** The words of a language. */
export function regretIn(language: Language): RegretWords {
  return language === 'zh' ? zh : en
}
