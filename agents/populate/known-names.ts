/**
 * English names, home regions and head offices that the tables leave to general knowledge.
 * @module
 */
import type { Names } from '../market.ts'

/** Home region of named city and rural banks, read from the bank's name. */
export const HOME_REGIONS: ReadonlyMap<string, string> = new Map([
  ['徽商银行', 'Anhui'],
  ['晋商银行', 'Shanxi'],
  ['盛京银行', 'Liaoning'],
  ['龙江银行', 'Heilongjiang'],
  ['承德银行', 'Hebei'],
  ['江南农商银行', 'Jiangsu'],
  ['乌鲁木齐银行', 'Xinjiang'],
  ['贵阳银行', 'Guizhou'],
  ['哈尔滨银行', 'Heilongjiang'],
  ['天津银行', 'Tianjin'],
  ['广州银行', 'Guangdong'],
  ['江苏银行', 'Jiangsu'],
  ['南京银行', 'Jiangsu'],
  ['宁波银行', 'Zhejiang'],
  ['上海银行', 'Shanghai'],
  ['江西银行', 'Jiangxi'],
  ['中原银行', 'Henan'],
  ['珠海华润银行', 'Guangdong'],
])

/** English names of funders that the tables name in Chinese only. */
const ENGLISH_NAMES: ReadonlyMap<string, string> = new Map([
  ['蚂蚁消费金融', 'Ant Consumer Finance'],
  ['招联消费金融', 'Merchants Union Consumer Finance'],
  ['马上消费金融', 'Mashang Consumer Finance'],
  ['中银消费金融', 'BOC Consumer Finance'],
  ['兴业消费金融', 'Industrial Consumer Finance'],
  ['宁银消费金融', 'Ningyin Consumer Finance'],
  ['中邮消费金融', 'China Post Consumer Finance'],
  ['南银法巴消费金融', 'Nanyin BNP Consumer Finance'],
  ['苏银凯基消费金融', 'Suyin Kaiji Consumer Finance'],
  ['湖北消费金融', 'Hubei Consumer Finance'],
  ['阳光消费金融', 'Sunshine Consumer Finance'],
  ['哈银消费金融', 'Hayin Consumer Finance'],
  ['尚诚消费金融', 'Shangcheng Consumer Finance'],
  ['金美信消费金融', 'Jinmeixin Consumer Finance'],
])

/** Licensed funders whose accounts also stand in the platform tables, by company. */
export const FUNDER_OF_COMPANY: ReadonlyMap<string, string> = new Map([
  ['Mashang Consumer Finance', '马上消费金融'],
  ['Merchants Union Consumer Finance (Zhaolian)', '招联消费金融'],
  ['Chongqing Ant Consumer Finance', '蚂蚁消费金融'],
  ['WeBank', '微众银行'],
  ['MYbank', '网商银行'],
])

const IN_BRACKETS = / \(([^()]*)\)$/
const EVERYDAY_WORDS = /\b(bank|of|the)\b/g

/** The Chinese name of an entity written as `亿联银行 (Yilian Bank)`. */
export function chineseName(entity: string): string {
  return entity.replace(IN_BRACKETS, '')
}

/** Both names and the id of a funder, such as `bank:yilian`. */
export function funderNames(entity: string): Names {
  const zh = chineseName(entity)
  const en = IN_BRACKETS.exec(entity)?.[1] ?? ENGLISH_NAMES.get(zh) ?? zh
  return { id: `bank:${slugOf(en)}`, en, zh }
}

/** Lower-case words joined by hyphens; a name without Latin letters or digits stays as it is. */
export function slugOf(name: string): string {
  const words = name.toLowerCase().replace(EVERYDAY_WORDS, ' ')
  const slug = words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return slug === '' ? name : slug
}
