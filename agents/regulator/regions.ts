/**
 * The 31 regions, largest first; a region's id is its place here.
 *
 * @source model document, section 10, step 2 (2024 provincial output)
 * @module
 */
export const REGIONS = [
  'Guangdong',
  'Jiangsu',
  'Shandong',
  'Zhejiang',
  'Sichuan',
  'Henan',
  'Hubei',
  'Fujian',
  'Shanghai',
  'Hunan',
  'Anhui',
  'Beijing',
  'Hebei',
  'Shaanxi',
  'Jiangxi',
  'Liaoning',
  'Chongqing',
  'Yunnan',
  'Guangxi',
  'Inner Mongolia',
  'Shanxi',
  'Guizhou',
  'Xinjiang',
  'Tianjin',
  'Heilongjiang',
  'Jilin',
  'Gansu',
  'Hainan',
  'Ningxia',
  'Qinghai',
  'Tibet',
] as const

/**
 * Where local banks stop under `someProvinces`: which provinces is not known, these are assumed.
 *
 * @source model document, section 7, row P12
 */
export const STOP_REGIONS: ReadonlySet<number> = new Set(
  ['Jiangsu', 'Zhejiang', 'Fujian', 'Shandong'].map((name) => regionId(name)),
)

/** Id of a region name or id; -1 for none. */
export function regionId(region: string | number): number {
  return typeof region === 'number' ? region : REGIONS.indexOf(region as (typeof REGIONS)[number])
}
