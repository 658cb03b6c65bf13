/**
 * Quotes printed in the model document.
 *
 * @source Model document, section 13: LC8 and reference quotes
 * @module
 */

/** Precision, unit cost, ceiling; cut-off, approval, expected loss, surplus, to five decimals. */
export const printedQuotes = [
  [0.32, 0.101, 0.36, -1.25934, 0.89605, 0.14071, 0.11829],
  [0.32, 0.101, 0.24, 0.10875, 0.4567, 0.09516, 0.04384],
  [0.32, 0.101, 0.2, 0.73179, 0.23215, 0.07203, 0.02697],
  [0.42, 0.081, 0.36, -1.15096, 0.87513, 0.13028, 0.14872],
  [0.42, 0.081, 0.24, -0.20715, 0.58206, 0.09026, 0.06874],
  [0.42, 0.081, 0.2, 0.20177, 0.42005, 0.0717, 0.0473],
  [0.55, 0.054, 0.24, -0.44694, 0.67254, 0.08089, 0.10511],
  [0.55, 0.054, 0.2, -0.19068, 0.57561, 0.06668, 0.07932],
] as const

/** Funding, running and capital cost [1/year]. */
const FUNDING_COST = 0.022 + 0.007 + 0.75 * 0.12 * (0.1 - 0.022)
const LOSS = 0.88
const GUARANTEE_LOAD = 0.1

/** Precision, unit cost and loss cost of the three tiers. */
export const referenceTiers = {
  head: { precision: 0.55, unitCost: FUNDING_COST + 0.01 + 0.008, lossCost: LOSS },
  listed: {
    precision: 0.42,
    unitCost: FUNDING_COST + 0.03 + 0.015,
    lossCost: LOSS * (1 + 0.7 * GUARANTEE_LOAD),
  },
  small: {
    precision: 0.32,
    unitCost: FUNDING_COST + 0.045 + 0.02,
    lossCost: LOSS * (1 + GUARANTEE_LOAD),
  },
} as const

/** Tier, segment, ceiling; price and approval to four decimals, mean default rate to five. */
export const referenceQuotes = [
  ['head', 0, 0.24, 0.0852, 0.8855, 0.00702],
  ['head', 1, 0.24, 0.1068, 0.855, 0.01451],
  ['head', 2, 0.24, 0.1384, 0.8222, 0.02772],
  ['head', 3, 0.24, 0.2015, 0.7784, 0.05966],
  ['head', 4, 0.24, 0.24, 0.6725, 0.09191],
  ['listed', 0, 0.36, 0.1154, 0.9022, 0.00999],
  ['listed', 1, 0.36, 0.1401, 0.8784, 0.02024],
  ['listed', 2, 0.36, 0.1767, 0.8546, 0.03792],
  ['listed', 3, 0.36, 0.2508, 0.8277, 0.07943],
  ['listed', 4, 0.36, 0.3397, 0.8123, 0.1367],
  ['small', 0, 0.36, 0.1381, 0.938, 0.01244],
  ['small', 1, 0.36, 0.1652, 0.9229, 0.02497],
  ['small', 2, 0.36, 0.2058, 0.9091, 0.04625],
  ['small', 3, 0.36, 0.2879, 0.8974, 0.09489],
  ['small', 4, 0.36, 0.36, 0.8471, 0.15295],
  ['listed', 3, 0.24, 0.24, 0.802, 0.07638],
  ['listed', 4, 0.24, 0.24, 0.5429, 0.09736],
  ['small', 3, 0.24, 0.24, 0.7522, 0.08133],
  ['small', 4, 0.24, 0.24, 0.3856, 0.10029],
] as const
