/**
 * Questions asked of a page from inside it.
 * @module
 */
import type { Page } from './browser.ts'

/** Boxes whose text is wider than they are, and the page itself where it scrolls sideways. */
export function clippedBoxes(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) found.push('the page: ' + root.scrollWidth + ' > ' + root.clientWidth)
    for (const box of document.querySelectorAll('.edition:not([hidden]) :is(h1,h2,h3,p,li,dt,dd,th,td,summary,button,caption,label)')) {
      if (box.closest('.unseen, details:not([open])') || box.clientWidth === 0) continue
      if (box.scrollWidth > box.clientWidth + 1) {
        found.push(box.localName + ' ' + box.scrollWidth + ' > ' + box.clientWidth + ': ' + box.textContent.slice(0, 60))
      }
    }
    return found
  })()`)
}

/**
 * Texts of figures that reach further out of their drawing than the room around it, 8 pixels, in which
 * they are still seen whole; the box of a Chinese line is 3 pixels higher than its letters.
 */
export function clippedLabels(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = []
    for (const svg of document.querySelectorAll('.edition:not([hidden]) svg')) {
      const frame = svg.getBoundingClientRect()
      for (const text of svg.querySelectorAll('text')) {
        const box = text.getBoundingClientRect()
        if (box.width === 0) continue
        const aside = Math.max(frame.left - box.left, box.right - frame.right)
        const out = Math.max(aside, frame.top - box.top - 3, box.bottom - frame.bottom - 3)
        if (out > (out === aside ? 8 : 1.5)) found.push(svg.closest('figure').id + ': ' + text.textContent.slice(0, 40) + ' by ' + out.toFixed(1))
      }
    }
    return found
  })()`)
}

/** Figures without a title, a description, a table or buttons. */
export function bareFigures(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('figure')].filter((figure) => {
    const svg = figure.querySelector('svg[role=img]')
    const named = svg && svg.getAttribute('aria-labelledby').split(' ').every((id) => document.getElementById(id)?.textContent.trim())
    return !named || !figure.querySelector('h3')?.textContent.trim() || !figure.querySelector('.twin table')
  }).map((figure) => figure.id)`)
}

/** Targets smaller than 24 pixels that do not stand in a line of text. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, input, summary, .contents a')]
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24 })
    .map((one) => one.outerHTML.slice(0, 120))`)
}

/** Pages of a PDF, and whether all are A4. */
export function pagesOf(pdf: Buffer): { count: number; isA4: boolean } {
  const text = pdf.toString('latin1')
  const count = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)]
  const isA4 = boxes.every(([, width, height]) => {
    return Math.abs(Number(width) - A4[0]) < 1 && Math.abs(Number(height) - A4[1]) < 1
  })
  return { count, isA4: boxes.length > 0 && isA4 }
}

/** In points. */
const A4 = [595.3, 841.9]
