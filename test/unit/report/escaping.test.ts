import { describe, expect, it } from 'vitest'
import { createMarker } from '../../../analysis/report/numbers/mark-numbers.ts'
import { tell } from '../../../analysis/report/numbers/told.ts'
import { element, escapeText, fragment } from '../../../analysis/report/page/html.ts'
import { shortened } from '../../../analysis/report/page/shortened.ts'
import type { ReportSource } from '../../../analysis/report/report-source.ts'
import { render, renderBrief, type Rendered } from './rendered.ts'
import { syntheticSource } from './synthetic.ts'

/** What a person, or somebody worse, might call a thing. */
const NAMES = [
  '名单“放开”与《9号文》',
  `"><img src=x onerror=alert(1)></script><script>alert('x')</script>`,
  `' onmouseover='alert(1)' x=' <b>bold</b> & <!-- comment --> ]]> {{x}} ${'$'}{x} \u202ereversed`,
  '二百字的名称'.repeat(34).slice(0, 200),
]

function namedSource(name: string): ReportSource {
  const text = { en: name, zh: name }
  const source = syntheticSource({
    points: [
      { id: 'before', title: text },
      { id: 'after', baseline: 'before', title: text, factor: 0.8, failed: [1] },
    ],
    metrics: ['links', 'cr5', 'edgeSurvival', 'linksHead', 'originations', 'originationsS5'],
    question: name,
    own: { id: 'mine', label: text },
    links: true,
    periods: 9,
    replicates: 3,
    seed: name,
    name,
  })
  const { resolved, manifest } = source
  const agent = { label: text, group: name }
  return {
    ...source,
    manifest: {
      ...manifest,
      scenario: { ...manifest.scenario, fingerprint: name },
      model: { ...manifest.model, version: name },
      run: { ...manifest.run, command: `zhudai run ${name}` },
    },
    resolved: {
      ...resolved,
      changes: resolved.changes.map((one) => ({ ...one, label: text, source: name, status: name })),
      parameters: [
        {
          scenario: 'after',
          parameter: name,
          label: text,
          unit: '1',
          baseline: name,
          value: name,
          source: name,
        },
      ],
      caveats: { ...resolved.caveats, guidance: [text], unknown: [text], notes: [name] },
    },
    agents: { 'bank:b1': agent, 'platform:p1': agent, 'platform:p3': agent },
    failures: [
      { point: 'after', replicate: 1, code: name, month: null, replay: `zhudai run ${name}` },
    ],
    levers: {
      aprCapPerLoan: {
        id: 'aprCapPerLoan',
        label: text,
        kind: 'rate',
        unit: name,
        links: [`https://example.org/${name}`],
      },
    },
  }
}

const pages = new Map<string, Promise<Rendered>>()

function pageOf(name: string): Promise<Rendered> {
  const page = pages.get(name) ?? render(namedSource(name))
  pages.set(name, page)
  return page
}

/** Elements and attributes of a page. */
function shapeOf({ html }: Rendered): string {
  const found = new Map<string, number>()
  for (const [, tag, rest] of html
    .replace(/<script[\s\S]*?<\/script>/g, '<script></script>')
    .matchAll(/<([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>/gi)) {
    const names = [...rest.replace(/"[^"]*"/g, '""').matchAll(/\s([\w:-]+)(?==|\s|$)/g)].map(
      ([, name]) => name,
    )
    const key = [
      tag,
      ...names.filter((name) => !/^(x|y|d|x1|x2|y1|y2|cx|cy|transform|dx|dy)$/.test(name)),
    ].join(' ')
    found.set(key, (found.get(key) ?? 0) + 1)
  }
  return [...found.keys()].sort().join('\n')
}

const HANDLER = /<[a-z][^>]*\son\w+\s*=/i
const withoutTexts = (html: string) => html.replace(/"[^"]*"/g, '""')

describe('names', () => {
  it('make no element and no attribute, whatever they hold', async () => {
    const harmless = shapeOf(await render(namedSource('Plain')))
    const known = new Set(harmless.split('\n'))
    for (const name of NAMES) {
      const rendered = await pageOf(name)
      const fresh = shapeOf(rendered)
        .split('\n')
        .filter((one) => !known.has(one))
      // a name that is cut gets its whole text as a title; one that is not a link loses it
      expect(fresh.filter((one) => !/^(text|tspan|g|title)\b/.test(one))).toEqual([])
      expect(rendered.all('img, iframe, object, embed, b').map((one) => one.localName)).toEqual([])
      expect(rendered.all('script').length).toBe(2)
      expect(withoutTexts(rendered.html)).not.toMatch(HANDLER)
    }
  })

  it('are shown as they are, and the page stays in one piece', async () => {
    for (const name of NAMES) {
      const { all, page, html } = await pageOf(name)
      const shown = name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      expect(all('blockquote')[0].textContent).toBe(shown)
      expect(all('h1')[0].textContent).toBe(shown)
      expect(all('.edition').length).toBe(2)
      expect(html.endsWith('</body>\n</html>\n')).toBe(true)
      const kept = JSON.parse(page.querySelector('#summary')!.textContent) as { question: string }
      expect(kept.question).toBe(name)
    }
  })

  it('are cut in a brief, which has one page for them', async () => {
    const { all, html } = await renderBrief(namedSource('W'.repeat(200)))
    expect(all('h1')[0].textContent.length).toBeLessThan(100)
    expect(withoutTexts(html)).not.toMatch(HANDLER)
    expect(shortened('一二三四', 6)).toBe('一二三…')
    expect(shortened('abc', 3)).toBe('abc')
  })
})

describe('an element', () => {
  it('escapes text and attributes, and refuses names that are none', () => {
    expect(element('p', { title: `"'<>&` }, '<b>').html).toBe(
      '<p title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;</p>',
    )
    expect(() => element('p onload=x', {})).toThrow('no element')
    expect(() => element('p', { 'a b': 'x' })).toThrow('no attribute')
    expect(fragment('a', undefined, ['b', element('br')]).html).toBe('ab<br>')
    expect(escapeText('a\u0000\u202eb')).toBe('ab')
  })

  it('keeps a true attribute and drops a false one', () => {
    expect(element('div', { hidden: true, open: false, id: undefined }).html).toBe(
      '<div hidden></div>',
    )
  })
})

describe('a marker', () => {
  const numbers = [
    tell('level', 'share', 0.12, 'a'),
    tell('level', 'links', 12, 'b'),
    tell('relative', 'links', -0.12, 'c'),
  ]
  const paths = (text: string) =>
    [
      ...createMarker(numbers, 'en')
        .mark(text)
        .html.matchAll(/data-path="(\w)"/g),
    ].map(([, path]) => path)

  it('finds whole numbers, the longest first', () => {
    expect(paths('12.0% of 12, −12.0%')).toEqual(['a', 'b', 'c'])
  })

  it('leaves parts of numbers, months and markup alone', () => {
    expect(paths('112, 12.5, 1.12 and Dec 2012, 2025年12月')).toEqual([])
    expect(createMarker(numbers, 'en').mark('<i>12</i>').html).toContain('&lt;i&gt;<data')
  })
})
