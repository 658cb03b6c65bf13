/**
 * An SVG element as text: the same bytes whatever document drew it.
 *
 * Attributes are in alphabetical order, coordinates have two decimals, and what Plot adds for screen
 * readers is left out, because the picture has one description of its own. (In a browser, Plot moves
 * strokes by half a pixel where the screen has one pixel a point; nothing else differs.)
 * @module
 */

/** What is read of an element or a text. */
export interface SvgNode {
  readonly nodeType: number
  readonly localName?: string
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>
  readonly childNodes: Iterable<SvgNode>
  readonly textContent: string | null
}

const ELEMENT = 1
const TEXT = 3
const DROPPED = new Set(['aria-label', 'aria-hidden', 'aria-description', 'xmlns', 'font-variant'])
const VERBATIM = /^(class|id|style|data-.*|fill|stroke|lang|aria-.*)$/

export function serialize(node: SvgNode): string {
  if (node.nodeType === TEXT) return escapeXml(node.textContent ?? '')
  if (node.nodeType !== ELEMENT || node.localName === undefined) return ''
  const attributes = [...(node.attributes ?? [])]
    .filter(({ name }) => !DROPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${escapeXml(trimmed(name, value))}"`)
    .join('')
  const inside = [...node.childNodes].map(serialize).join('')
  return inside === ''
    ? `<${node.localName}${attributes}/>`
    : `<${node.localName}${attributes}>${inside}</${node.localName}>`
}

/** Text inside an element or an attribute, without what XML forbids. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

function trimmed(name: string, value: string): string {
  if (VERBATIM.test(name)) return value
  return value.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
}
