/**
 * The page around the editions of a report: one file, nothing from outside, two languages.
 * @module
 */
import { LANGUAGES, type Language } from '../../words/language.ts'
import { reportWords } from '../../words/report/report-words.ts'
import { element, escapeText, fragment, markup, type Child, type Html } from './html.ts'

export interface Edition {
  readonly language: Language
  readonly title: string
  /** What stands in the bar: report or brief, and of what. */
  readonly name: string
  readonly body: Child
}

export interface PageParts {
  readonly editions: readonly Edition[]
  /** Class of the body. */
  readonly className?: string
  /** Shown first. */
  readonly language: Language
  readonly style: string
  readonly script: string
  /** Data for the script. */
  readonly data?: Html
  /** SHA-256 of a text, in base64. */
  readonly digest: (text: string) => string
}

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' }

/** The `lang` of a language. */
export function langOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}

export function documentText(parts: PageParts): string {
  const { editions, language, style, script, data, className, digest } = parts
  const shown = editions.find((one) => one.language === language)!
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(script)}'`,
    `style-src 'sha256-${digest(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'generator', content: 'zhudai' }),
    element('title', {}, shown.title),
    markup(`<style>${style}</style>`),
  )
  const body = element(
    'body',
    { class: className },
    bar(shown),
    element('p', { id: 'status', class: 'unseen', 'aria-live': 'polite' }),
    editions.map((edition) => editionElement(edition, edition === shown)),
    data,
    markup(`<script>${script}</script>`),
  )
  return `<!doctype html>\n<html lang="${escapeText(langOf(language))}">\n${head.html}\n${body.html}\n</html>\n`
}

function bar({ language, name }: Edition): Html {
  const buttons = LANGUAGES.map((one) =>
    element(
      'button',
      {
        type: 'button',
        'data-language': one,
        'aria-pressed': String(one === language),
        lang: langOf(one),
      },
      LANGUAGE_NAMES[one],
    ),
  )
  const group = { role: 'group', 'aria-label': reportWords(language).language }
  return element(
    'header',
    { class: 'bar', hidden: true },
    element('div', {}, element('span', { class: 'name' }, name), element('div', group, buttons)),
  )
}

function editionElement({ language, title, name, body }: Edition, isShown: boolean): Html {
  const words = reportWords(language)
  return element(
    'div',
    {
      class: 'edition',
      lang: langOf(language),
      'data-edition': language,
      'data-title': title,
      'data-name': name,
      'data-switch': words.language,
      'data-switched': words.switched,
      hidden: !isShown,
    },
    fragment(body),
  )
}
