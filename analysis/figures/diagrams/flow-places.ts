/**
 * Where the boxes and arrows of the diagram of payments stand [px].
 * @module
 */
import type { Paint } from '../palette.ts'

export type BoxId =
  'borrowers' | 'banks' | 'guarantors' | 'platforms' | 'depositors' | 'government' | 'rest'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const TALL = 54

export const boxes: Readonly<Record<BoxId, Box>> = {
  depositors: { x: 1, y: 1, width: 166, height: 40 },
  government: { x: 300, y: 1, width: 150, height: 40 },
  banks: { x: 1, y: 118, width: 196, height: TALL },
  borrowers: { x: 478, y: 118, width: 200, height: TALL },
  guarantors: { x: 222, y: 262, width: 168, height: TALL },
  platforms: { x: 478, y: 262, width: 200, height: TALL },
  rest: { x: 1, y: 410, width: 677, height: 40 },
}

export type ArrowId =
  | 'loans'
  | 'repayment'
  | 'guaranteeFee'
  | 'platformFee'
  | 'indemnity'
  | 'interest'
  | 'deposits'
  | 'tax'
  | 'bankCosts'
  | 'guarantorCosts'
  | 'platformCosts'

type Place = readonly [number, number]

/** A payment; its words stand at `at`, beginning, centred or ending there. */
export interface Arrow {
  readonly id: ArrowId
  readonly payer: BoxId
  readonly payee: BoxId
  readonly from: Place
  readonly to: Place
  readonly at: Place
  readonly anchor: 'start' | 'middle' | 'end'
  readonly paint: Paint
}

export const arrows: readonly Arrow[] = [
  arrow('loans', 'banks', 'borrowers', [197, 134, 476, 134], [338, 123], 'middle', 'reform'),
  arrow('repayment', 'borrowers', 'banks', [478, 158, 199, 158], [338, 171], 'middle', 'baseline'),
  arrow(
    'guaranteeFee',
    'borrowers',
    'guarantors',
    [510, 172, 384, 260],
    [438, 236],
    'start',
    'baseline',
  ),
  arrow(
    'platformFee',
    'borrowers',
    'platforms',
    [612, 172, 612, 260],
    [604, 206],
    'end',
    'baseline',
  ),
  arrow('indemnity', 'guarantors', 'banks', [250, 262, 150, 174], [230, 214], 'start', 'second'),
  arrow('interest', 'banks', 'depositors', [28, 118, 28, 43], [34, 70], 'start', 'quiet'),
  arrow('deposits', 'depositors', 'banks', [112, 41, 112, 116], [118, 92], 'start', 'quiet'),
  arrow('tax', 'banks', 'government', [180, 118, 330, 43], [272, 78], 'start', 'quiet'),
  arrow('bankCosts', 'banks', 'rest', [28, 172, 28, 408], [36, 340], 'start', 'quiet'),
  arrow('guarantorCosts', 'guarantors', 'rest', [306, 316, 306, 408], [314, 360], 'start', 'quiet'),
  arrow('platformCosts', 'platforms', 'rest', [560, 316, 560, 408], [552, 360], 'end', 'quiet'),
]

function arrow(
  id: ArrowId,
  payer: BoxId,
  payee: BoxId,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  at: Place,
  anchor: Arrow['anchor'],
  paint: Paint,
): Arrow {
  return { id, payer, payee, from: [x1, y1], to: [x2, y2], at, anchor, paint }
}
