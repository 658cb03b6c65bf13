import type { Market } from '../market.ts'
import { SEGMENTS } from '../parameters.ts'
import { SITES } from '../pricing/outlook.ts'

/**
 * A failed guarantor covers nothing any more: γ of its vintages is 0 and their fee goes to the bank
 * (y ← y + g); its platforms quote without guarantee.
 *
 * @source Model document, section 8.1
 */
export function dropCover(market: Market, g: number): void {
  const { platforms, loans } = market
  for (let p = 0; p < platforms.size; p++) {
    if (platforms.guarantor[p] === g) platforms.guaranteeCover[p] = 0
  }
  forEachCell(market, g, (cell, line) => {
    loans.yield[cell] += loans.guaranteeFee[line]
  })
  forEachCell(market, g, (_cell, line) => {
    loans.guaranteeFee[line] = 0
    loans.cover[line] = 0
  })
}

/** Visits the performing cells of a guarantor's platforms. */
function forEachCell(
  market: Market,
  g: number,
  visit: (cell: number, line: number) => void,
): void {
  const { edges, platforms, loans } = market
  const T = loans.tenor
  for (let slot = 0; slot < edges.links.count; slot++) {
    if (platforms.guarantor[edges.links.to[slot]] !== g) continue
    for (let row = slot * SITES; row < (slot + 1) * SITES; row++) {
      for (let s = 0; s < SEGMENTS; s++) {
        for (let v = 0; v < T; v++) {
          const cell = (row * SEGMENTS + s) * T + v
          if (loans.principal[cell] > 0) visit(cell, loans.line[row * T + v] + s)
        }
      }
    }
  }
}
