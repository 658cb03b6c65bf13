/**
 * Reads a drawn figure back: its elements, and where its texts stand by the estimate of their width.
 * @module
 */
import { DOMParser } from 'linkedom'
import { textWidth } from '../../../analysis/figures/layout/text-width.ts'
import type { Figure } from '../../../analysis/figures/index.ts'

/** The part of the document's interface that is used here. */
export interface Shape {
  readonly localName: string
  readonly textContent: string
  readonly parentNode: Shape | null
  readonly childNodes: ArrayLike<Shape & { readonly nodeType: number }>
  getAttribute(name: string): string | null
  querySelector(selector: string): Shape | null
  querySelectorAll(selector: string): ArrayLike<Shape>
}

const read = new Map<string, Shape>()

export function shapeOf(svg: string): Shape {
  const known = read.get(svg)
  if (known !== undefined) return known
  const parser = new DOMParser()
  const { documentElement } = parser.parseFromString(svg, 'image/svg+xml') as unknown as {
    documentElement: Shape
  }
  read.set(svg, documentElement)
  return documentElement
}

export function all(root: Shape, selector: string): Shape[] {
  return Array.from(root.querySelectorAll(selector))
}

export interface Placed {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const LINE = 16

/** Boxes of all visible texts, one a line. */
export function textBoxes({ svg }: Figure): Placed[] {
  return all(shapeOf(svg), 'text').flatMap(boxesOf)
}

function boxesOf(text: Shape): Placed[] {
  const size = Number(inherited(text, 'font-size'))
  const anchor = inherited(text, 'text-anchor')
  const { x, y, turned } = placeOf(text)
  const spans = Array.from(text.childNodes).filter((node) => node.localName === 'tspan')
  let dy = ems(text.getAttribute('y')) * size
  const lines =
    spans.length === 0
      ? [{ line: ownText(text), dy }]
      : spans.map((span) => {
          const y = span.getAttribute('y')
          dy = y === null ? dy + ems(span.getAttribute('dy')) * size : ems(y) * size
          return { line: ownText(span), dy }
        })
  return lines
    .filter(({ line }) => line !== '')
    .map(({ line, dy }) => {
      const width = textWidth(line, size)
      const before = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0
      const height = Math.min(LINE, size)
      // From the baseline: letters stand mostly above it.
      return turned
        ? { text: line, left: x - height / 2, right: x + height / 2, top: y - width, bottom: y }
        : {
            text: line,
            left: x - before,
            right: x - before + width,
            top: y + dy - height * 0.8,
            bottom: y + dy + height * 0.2,
          }
    })
}

/** Text of an element without its title. */
function ownText(element: Shape): string {
  return Array.from(element.childNodes)
    .filter((node) => node.nodeType === 3)
    .map((node) => node.textContent)
    .join('')
}

function ems(text: string | null): number {
  return text === null ? 0 : Number.parseFloat(text)
}

function inherited(element: Shape, name: string): string | null {
  for (let one: Shape | null = element; one !== null; one = one.parentNode) {
    const value = one.getAttribute?.(name)
    if (value != null) return value
  }
  return null
}

function placeOf(element: Shape) {
  let [x, y] = [0, 0]
  let turned = false
  for (let one: Shape | null = element; one !== null; one = one.parentNode) {
    const transform = one.getAttribute?.('transform') ?? ''
    const move = /translate\(([-\d.]+),([-\d.]+)\)/.exec(transform)
    if (move !== null) {
      x += Number(move[1])
      y += Number(move[2])
    }
    turned ||= transform.includes('rotate(-90)')
  }
  return { x, y, turned }
}
