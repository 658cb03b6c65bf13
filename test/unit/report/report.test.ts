import { describe, expect, it } from 'vitest'
import { MOST_BYTES } from '../../../analysis/report/create-report.ts'
import {
  formatChange,
  formatChangeRange,
  formatLevel,
  formatLevelRange,
  formatRelative,
  formatRelativeRange,
} from '../../../analysis/words/numbers.ts'
import type { Language } from '../../../analysis/words/language.ts'
import { digest, render, renderBrief, reportOf, valueAt, type Rendered } from './rendered.ts'
import { kinds, syntheticSource } from './synthetic.ts'

/** Written by hand from what each form means, not by the code under test. */
function written(
  form: string,
  [a, b]: readonly number[],
  unit: string,
  language: Language,
): string {
  switch (form) {
    case 'level':
      return formatLevel(a, unit, language)
    case 'change':
      return formatChange(a, unit, language)
    case 'relative':
      return formatRelative(a)
    case 'size':
      return formatChange(Math.abs(a), unit, language).replace('+', '')
    case 'count':
      return formatLevel(a, 'count', language)
    case 'levelRange':
      return formatLevelRange(a, b, unit, language)
    case 'changeRange':
      return formatChangeRange(a, b, unit, language)
    case 'relativeRange':
      return formatRelativeRange(a, b, language)
    default:
      throw new Error(form)
  }
}

const NUMBER =
  /<data value="([^"]*)" data-path="([^"]+)" data-form="(\w+)"(?: data-unit="([^"]*)")?>([^<]*)<\/data>/g

/** Numbers of both editions. */
function numbersOf(html: string) {
  const [, ...editions] = html.split('<div class="edition"')
  return editions.flatMap((edition) => {
    const language = /data-edition="(\w+)"/.exec(edition)![1] as Language
    return [...edition.matchAll(NUMBER)].map(([, value, paths, form, unit = '', text]) => {
      return { value, paths: paths.split(' '), form, unit, text, language }
    })
  })
}

/** Numbers whose value, or whose text, is not that of the summary. */
function wrongNumbers({ source, html }: Pick<Rendered, 'source' | 'html'>): string[] {
  return numbersOf(html).flatMap(({ value, paths, form, unit, text, language }) => {
    const values = paths.map((path) => valueAt(source, path))
    const raw = values.map((one) => (typeof one === 'number' ? String(one) : '')).join(' ')
    const numbers = values.map((one) => (one === null ? NaN : (one as number)))
    const wanted = written(form, numbers, unit, language)
    return value === raw && text === wanted
      ? []
      : [`${paths.join(' ')}: ${text} for ${wanted} (${raw})`]
  })
}

describe('the numbers of a report', () => {
  for (const kind of Object.keys(kinds)) {
    it(`are those of summary.json, in value and in writing: ${kind}`, async () => {
      const rendered = await reportOf(kind)
      expect(wrongNumbers(rendered)).toEqual([])
      expect(numbersOf(rendered.html).length).toBeGreaterThan(100)
    })
  }

  it('are those of summary.json in a brief', async () => {
    const rendered = await renderBrief(syntheticSource(kinds.pair))
    expect(wrongNumbers(rendered)).toEqual([])
    expect(rendered.all('.lead data').length).toBeGreaterThan(10)
  })

  it('would be noticed if one digit were another', async () => {
    const { source, html } = await reportOf('pair')
    const changed = structuredClone(source)
    const change = changed.summary.changes[0].change as { mean: number }
    change.mean *= 1.5
    expect(wrongNumbers({ source: changed, html })).not.toEqual([])
  })

  it('leave no other number in the sentences of an answer but months, ages and thresholds', async () => {
    for (const kind of ['pair', 'reforms', 'single', 'identical', 'failed']) {
      const { all } = await reportOf(kind)
      for (const element of all('.lead, .more')) {
        const plain = element.innerHTML
          .replace(/<data[^>]*>.*?<\/data>/g, '')
          .replace(/<[^>]*>/g, '')
        const rest = plain.replace(/[A-Z][a-z]{2} 20\d\d|20\d\d年\d+月/g, '').replace(/24%/g, '')
        expect(`${kind}: ${rest.match(/\d[\d.,%]*/g)?.join(' ') ?? ''}`).toBe(`${kind}: `)
      }
    }
  })

  it('have their place in every table behind a figure of all replicates', async () => {
    const { all } = await reportOf('pair')
    const untold = all('figure')
      .filter((figure) => !figure.querySelector('.source')!.textContent.match(/replicate 0|第0次/))
      .flatMap((figure) => [...figure.querySelectorAll('.twin td data')])
      .filter((number) => !number.getAttribute('data-path'))
    expect(untold.map((one) => one.textContent)).toEqual([])
  })
})

async function textOf(kind: string, section: string, language = 'en'): Promise<string> {
  const { all } = await reportOf(kind)
  const [found] = all(`[data-edition=${language}] [data-section=${section}]`)
  return found.textContent.replace(/\s+/g, ' ')
}

describe('a report says what it is of', () => {
  it('one scenario: levels, not effects', async () => {
    expect(await textOf('single', 'question')).toContain('Levels, not effects')
    expect(await textOf('single', 'question', 'zh')).toContain('单个情景')
    expect(await textOf('single', 'changed')).toContain('Nothing is compared')
  })

  it('a pair: who against whom, with shared luck', async () => {
    expect(await textOf('pair', 'question')).toContain(
      'Scenario after, compared with Scenario before',
    )
    expect(await textOf('pair', 'question')).toContain('n = 4 pairs that share every draw')
    expect(await textOf('pair', 'question', 'zh')).toContain('“情景after”与“情景before”比较')
  })

  it('three reforms side by side, each with its own sentences and columns', async () => {
    const { all } = await reportOf('reforms')
    const answer = all('[data-edition=en] [data-section=answer] h3').map((one) => one.textContent)
    expect(answer.slice(0, 3)).toEqual(['Scenario one', 'Scenario two', 'Scenario three'])
    const heads = all('[data-edition=en] [data-section=answer] table.metrics thead th')
    expect(heads.length).toBe(2 + 2 * 3)
  })

  it('scenarios without a baseline beside each other', async () => {
    expect(await textOf('several', 'question')).toContain('n = 4 replicates')
  })

  it('a sweep: settings in place of months, and where each metric is lowest and highest', async () => {
    expect(await textOf('sweep', 'question')).toContain('4 settings')
    const { all } = await reportOf('sweep')
    expect(all('[data-edition=en] [data-section=time] h2')[0].textContent).toBe(
      '4. Effects by setting',
    )
    expect(await textOf('sweep', 'answer')).toMatch(
      /Partnerships: the change .* at All-in cost cap per loan 18\.0% to .* at .*24\.0%/,
    )
    expect(await textOf('sweep', 'answer')).toContain('Which settings may be the best')
  })

  it('a sweep, drawn as what it is: a curve, cells, dots, and a tornado of assumptions', async () => {
    const kindsOf = async (kind: string) => {
      const { all } = await reportOf(kind)
      return new Set(all('[data-edition=en] figure svg').map((one) => one.getAttribute('class')))
    }
    expect(await kindsOf('sweep')).toContain('figure response-curve')
    expect(await kindsOf('cells')).toContain('figure heat-map')
    expect(await kindsOf('tornado')).toContain('figure tornado')
    expect(await textOf('tornado', 'assumptions')).toContain('could change the sign')
  })

  it('failed replicates: n and the ids, in words', async () => {
    const question = await textOf('failed', 'question')
    expect(question).toContain('5 of 8 runs finished, 3 failed')
    expect(question).toContain('Scenario before: replicates 3')
    expect(question).toContain('Scenario after: replicates 1, 3')
    expect(question).toContain('n = 2 pairs of 4 asked for')
    expect(await textOf('failed', 'provenance')).toContain('zhudai run after --only 1')
    expect(await textOf('failed', 'question', 'zh')).toContain('第1、3次重复')
  })

  it('an empty market: that nothing is left, in which month', async () => {
    const question = await textOf('empty', 'question')
    expect(question).toContain('Scenario after: the market is empty in Aug 2025')
    expect(question).not.toContain('Scenario before: the market is empty')
    expect(await textOf('empty', 'question', 'zh')).toContain('市场已空')
  })

  it('a reform that changes nothing: identical, and why', async () => {
    expect(await textOf('identical', 'answer')).toContain(
      'Identical to the baseline in all 4 pairs',
    )
    expect(await textOf('identical', 'answer')).toContain('never binds')
    expect(await textOf('identical', 'answer')).toContain('the same in all pairs')
  })

  it('always what it does not say', async () => {
    for (const kind of ['single', 'pair', 'sweep', 'empty']) {
      const { all } = await reportOf(kind)
      for (const language of ['en', 'zh']) {
        const limits = all(`[data-edition=${language}] [data-section=limits] li`)
        expect(limits.length).toBeGreaterThanOrEqual(10)
      }
      expect(await textOf(kind, 'limits')).toContain('A note of the scenario.')
    }
  })
})

const SECTIONS = [
  'question',
  'answer',
  'changed',
  'time',
  'groups',
  'shape',
  'assumptions',
  'limits',
  'method',
  'provenance',
  'data',
]

const OUT = /<(\w+)[^>]*?\s(src|href|action|data|poster|srcset|xlink:href)="([^"#][^"]*)"[^>]*>/g

/** Attributes by which a page would reach outside itself; links to legal sources are no such. */
function reachesOut({ html }: Rendered): string[] {
  const named = [...html.matchAll(OUT)].flatMap(([element, tag, name, value]) =>
    tag === 'a' && element.includes(' class="legal"') ? [] : [`${tag} ${name}=${value}`],
  )
  return [...named, ...(html.match(/url\([^)]*\)|@import[^;]*/g) ?? [])]
}

describe('the page of a report', () => {
  it('has eleven sections in both languages, none of them empty', async () => {
    for (const kind of Object.keys(kinds)) {
      const { all } = await reportOf(kind)
      for (const language of ['en', 'zh']) {
        const sections = all(`[data-edition=${language}] [data-section]`)
        expect(sections.map((one) => one.getAttribute('data-section'))).toEqual(SECTIONS)
        for (const one of sections) {
          const heading = one.querySelector('h2')!.textContent
          expect(one.textContent.length - heading.length).toBeGreaterThan(
            language === 'zh' ? 15 : 30,
          )
        }
      }
    }
  })

  it('reaches for nothing outside itself but on a click on a legal source', async () => {
    for (const kind of Object.keys(kinds)) expect(reachesOut(await reportOf(kind))).toEqual([])
    const source = syntheticSource(kinds.pair)
    const lever = {
      id: 'aprCapPerLoan',
      label: { en: 'Cap', zh: '上限' },
      kind: 'rate' as const,
      unit: '1/year',
      links: ['https://example.org/notice', 'javascript:alert(1)'],
    }
    const linked = await render({ ...source, levers: { aprCapPerLoan: lever } })
    const links = linked.all('a.legal').map((one) => one.getAttribute('href'))
    expect(links).toEqual(['https://example.org/notice', 'https://example.org/notice'])
  })

  it('allows itself nothing but its own script and style, named by their hashes', async () => {
    const { page, all, html } = await reportOf('pair')
    const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')!
    const [script] = all('script').filter((one) => !one.hasAttribute('type'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src 'sha256-${digest(script.textContent)}'`)
    expect(policy).toContain(
      `style-src 'sha256-${digest(page.querySelector('style')!.textContent)}'`,
    )
    expect(policy).not.toContain('unsafe')
    expect(html.match(/<[a-z][^>]*\s(?:style|on\w+)="/g)).toBeNull()
  })

  it('shows the language asked for, and the other at a press of a button', async () => {
    for (const language of ['en', 'zh'] as const) {
      const { page, all } =
        language === 'en'
          ? await reportOf('single')
          : await render(syntheticSource(kinds.single), 'zh')
      expect(page.querySelector('html')!.getAttribute('lang')).toBe(
        language === 'zh' ? 'zh-CN' : 'en',
      )
      const shown = all('.edition').filter((one) => !one.hasAttribute('hidden'))
      expect(shown.map((one) => one.getAttribute('data-edition'))).toEqual([language])
      const pressed = all('button[aria-pressed=true]').map((one) =>
        one.getAttribute('data-language'),
      )
      expect(pressed).toEqual([language])
    }
  })

  it('gives every figure a finding, a description, a source, a table and two buttons', async () => {
    for (const kind of Object.keys(kinds)) {
      const { all } = await reportOf(kind)
      const figures = all('figure')
      expect(figures.length).toBeGreaterThan(8)
      for (const figure of figures) {
        const svg = figure.querySelector('svg')!
        expect(figure.querySelector('h3')!.textContent).toMatch(/\S{3}/)
        expect(svg.querySelector('title')!.textContent).toMatch(/\S{3}/)
        expect(svg.querySelector('desc')!.textContent).toMatch(/\S{3}/)
        expect(svg.getAttribute('role')).toBe('img')
        expect(figure.querySelector('.source')!.textContent).toMatch(/zhudai/)
        expect(figure.querySelector('.twin table')).not.toBeNull()
        expect(
          [...figure.querySelectorAll('button')].map((one) => one.getAttribute('data-save')),
        ).toEqual(['svg', 'csv'])
      }
    }
  })

  it('has ids that occur once, references that exist, and headings in order', async () => {
    for (const kind of ['pair', 'sweep']) {
      const { all } = await reportOf(kind)
      const ids = all('[id]').map((one) => one.getAttribute('id')!)
      expect(ids.length).toBe(new Set(ids).size)
      const wanted = [
        ...all('[aria-labelledby]').flatMap((one) =>
          one.getAttribute('aria-labelledby')!.split(' '),
        ),
        ...all('a[href^="#"]').map((one) => one.getAttribute('href')!.slice(1)),
      ]
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
      for (const language of ['en', 'zh']) {
        const levels = all(`[data-edition=${language}] :is(h1,h2,h3,h4)`).map((one) =>
          Number(one.localName[1]),
        )
        expect(levels[0]).toBe(1)
        levels.slice(1).forEach((level, i) => expect(level - levels[i]).toBeLessThanOrEqual(1))
      }
    }
  })

  it('heads every column and row of every table', async () => {
    const { all } = await reportOf('pair')
    for (const cell of all('th')) expect(cell.getAttribute('scope')).toMatch(/^(col|row|rowgroup)$/)
    for (const table of all('table'))
      expect(table.querySelector('caption')!.textContent).toMatch(/\S/)
  })

  it('carries the summary as it is, and leaves months out when there is no room', async () => {
    const whole = await reportOf('single')
    const text = whole.page.querySelector('#summary')!.textContent
    expect(JSON.parse(text)).toEqual(whole.source.summary)
    const source = syntheticSource(kinds.pair)
    const more = Array.from({ length: 60 }, () => source.summary.series).flat()
    const large = await render({ ...source, summary: { ...source.summary, series: more } })
    expect(large.html.length).toBeLessThan(MOST_BYTES)
    expect(Buffer.byteLength(large.html)).toBeLessThanOrEqual(MOST_BYTES)
    const kept = JSON.parse(large.page.querySelector('#summary')!.textContent) as {
      series: unknown[]
    }
    expect(kept.series.length).toBeLessThan(more.length)
    expect(large.page.querySelector('[data-section=data]')!.textContent).toContain('months')
  })

  it('is the same twice', async () => {
    const [one, two] = [await reportOf('single'), await render(syntheticSource(kinds.single))]
    expect(one.html === two.html).toBe(true)
  })
})

describe('a brief', () => {
  it('has question, answer, three figures, changes, limits and provenance, and reaches for nothing', async () => {
    for (const kind of ['single', 'reforms', 'failed']) {
      const brief = await renderBrief(syntheticSource(kinds[kind]))
      expect(reachesOut(brief)).toEqual([])
      for (const language of ['en', 'zh']) {
        const edition = `[data-edition=${language}]`
        expect(brief.all(`${edition} figure`).length).toBe(3)
        expect(brief.all(`${edition} .lead p`).length).toBeGreaterThan(0)
        expect(brief.all(`${edition} h2`).length).toBe(5)
        expect(brief.all(`${edition} #${language}-limits ~ ul li`).length).toBeGreaterThan(2)
      }
    }
  })
})
