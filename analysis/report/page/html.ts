/**
 * HTML as a value. Whatever is not made here is text and is escaped: a name cannot become markup.
 * @module
 */

export interface Html {
  readonly html: string
}

/** What may stand inside an element; nothing is left out in silence but undefined. */
export type Child = Html | string | readonly Child[] | undefined

/** A true attribute stands alone; a false or undefined one is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

const VOID = new Set(['meta', 'input', 'br', 'hr', 'col'])
const TAG = /^[a-z][a-z0-9]*$/
const NAME = /^[a-z][a-z0-9:-]*$/i

export function element(tag: string, attributes: Attributes = {}, ...children: Child[]): Html {
  if (!TAG.test(tag)) throw new Error(`no element is called ${tag}`)
  const head = `<${tag}${attributesText(attributes)}>`
  return { html: VOID.has(tag) ? head : `${head}${inside(children)}</${tag}>` }
}

/** Several children without an element around them. */
export function fragment(...children: Child[]): Html {
  return { html: inside(children) }
}

/** Markup made elsewhere in this program, such as a figure; never a text of the user's. */
export function markup(html: string): Html {
  return { html }
}

export function escapeText(text: string): string {
  return text
    .replace(CONTROL, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** What may not stand in a document, and marks that turn the direction of the text around it. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || value === false) return ''
      if (!NAME.test(name)) throw new Error(`no attribute is called ${name}`)
      return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`
    })
    .join('')
}

function inside(children: readonly Child[]): string {
  return children.map(childText).join('')
}

function childText(child: Child): string {
  if (child === undefined) return ''
  if (typeof child === 'string') return escapeText(child)
  return 'html' in child ? child.html : inside(child)
}
