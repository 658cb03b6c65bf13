/**
 * What is assumed of each licence where no row says otherwise.
 * @module
 */
import type { Licence } from '../parameters.ts'

export interface LicenceProfile {
  readonly licence: Licence
  /** Rows, named and filler together. */
  readonly rows: number
  /** Rows with the programme on before burn-in; named ones come first. */
  readonly programmes: number
  /** Total loans of a row without data: median [mn] and standard deviation of the logarithm. */
  readonly medianLoans: number
  readonly sdLoans: number
  /** Median wanted facilitation share of total loans. */
  readonly medianAppetite: number
  /** Partners of a bank whose list is not observed, median. */
  readonly medianList: number
  /** Capital ratio where neither the bank nor its sector reports one. */
  readonly capitalRatio: number
  /** Class of the sector's rows; empty when there is none. */
  readonly sector: string
  readonly en: string
  readonly zh: string
}

const NONE = Number.NaN

/**
 * Licences in row order. Microlenders follow their platforms and are not listed.
 *
 * @source model document, section 10, steps 1 and 7: counts, medians and appetites assumed
 */
export const LICENCE_PROFILES: readonly LicenceProfile[] = [
  profile(
    'largeState',
    6,
    0,
    1.8e7,
    0.3,
    0,
    0,
    0.178,
    'sector_large_state',
    'Large state bank',
    '国有大型银行',
  ),
  profile(
    'jointStock',
    12,
    12,
    3.0e6,
    0.7,
    0.02,
    11,
    0.134,
    'sector_joint_stock',
    'Joint-stock bank',
    '股份制银行',
  ),
  profile('city', 123, 80, 1.5e5, 1.0, 0.03, 17, 0.127, 'sector_city', 'City bank', '城市商业银行'),
  profile('rural', 20, 20, 6e4, 0.7, 0.03, 12, 0.128, 'sector_rural', 'Rural bank', '农村商业银行'),
  profile(
    'private',
    20,
    20,
    6e4,
    0.9,
    0.4,
    24,
    0.144,
    'sector_private',
    'Private bank',
    '民营银行',
  ),
  profile(
    'foreign',
    12,
    12,
    6e4,
    0.6,
    0.12,
    12,
    0.184,
    'sector_foreign',
    'Foreign bank',
    '外资银行',
  ),
  profile(
    'consumerFinance',
    31,
    31,
    2.5e4,
    0.9,
    0.5,
    24,
    0.13,
    '',
    'Consumer finance company',
    '消费金融公司',
  ),
  profile('trust', 10, 10, 1.5e4, 0.6, 0.8, 12, NONE, '', 'Trust company', '信托公司'),
]

function profile(
  licence: Licence,
  rows: number,
  programmes: number,
  medianLoans: number,
  sdLoans: number,
  medianAppetite: number,
  medianList: number,
  capitalRatio: number,
  sector: string,
  en: string,
  zh: string,
): LicenceProfile {
  return {
    licence,
    rows,
    programmes,
    medianLoans,
    sdLoans,
    medianAppetite,
    medianList,
    capitalRatio,
    sector,
    en,
    zh,
  }
}
