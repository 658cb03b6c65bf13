/**
 * The script of a report: language, files to save, months of the network. It runs from the page alone.
 * @module
 */

import { scrubberScript } from '../../figures/network/scrubber.ts'

/** Plain JavaScript, because it is part of the page. */
const pageScript = `'use strict'
const editions = [...document.querySelectorAll('.edition')]
const buttons = [...document.querySelectorAll('[data-language]')].filter((one) => one.matches('button'))
const status = document.getElementById('status')

function show(language, isAsked) {
  const next = editions.find((one) => one.dataset.edition === language)
  if (!next) return
  const before = editions.find((one) => !one.hidden)
  const place = isAsked && before ? sectionInView(before) : undefined
  for (const one of editions) one.hidden = one !== next
  for (const one of buttons) one.setAttribute('aria-pressed', String(one.dataset.language === language))
  document.documentElement.lang = next.lang
  document.title = next.dataset.title
  const bar = document.querySelector('.bar .name')
  bar.textContent = next.dataset.name
  document.querySelector('.bar [role=group]').setAttribute('aria-label', next.dataset.switch)
  if (!isAsked) return
  status.lang = next.lang
  status.textContent = next.dataset.switched
  const target = place && next.querySelector('[data-section="' + place + '"]')
  if (target) target.scrollIntoView({ behavior: 'instant', block: 'start' })
}

function sectionInView(edition) {
  const sections = [...edition.querySelectorAll('[data-section]')]
  const above = sections.filter((one) => one.getBoundingClientRect().top < 120)
  return above.length ? above[above.length - 1].dataset.section : undefined
}

for (const one of buttons) one.addEventListener('click', () => show(one.dataset.language, true))
document.querySelector('.bar').hidden = false

function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const edition = target && target.closest('.edition')
  if (!edition || !edition.hidden) return
  show(edition.dataset.edition, false)
  target.scrollIntoView()
}
addEventListener('hashchange', showTarget)
showTarget()

function save(text, type, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

function svgText(figure) {
  const svg = figure.querySelector('svg').cloneNode(true)
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('color', '#111827')
  return new XMLSerializer().serializeToString(svg).replace(/var\\(--figure-[\\w-]+, (#\\w+)\\)/g, '$1')
}

function cellText(cell) {
  const number = cell.querySelector('data')
  if (number) return number.value
  const month = cell.querySelector('time')
  return month ? month.dateTime : cell.textContent
}

function csvText(table) {
  const quoted = (text) => (/[",\\r\\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text)
  return [...table.rows].map((row) => [...row.cells].map(cellText).map(quoted).join(',') + '\\n').join('')
}

for (const one of document.querySelectorAll('button[data-save]')) {
  one.addEventListener('click', () => {
    const { save: what, name } = one.dataset
    const figure = one.closest('figure')
    if (what === 'svg') save(svgText(figure), 'image/svg+xml', name + '.svg')
    else if (what === 'csv') save('\\ufeff' + csvText(figure.querySelector('.twin table')), 'text/csv', name + '.csv')
    else save(document.getElementById('summary').textContent, 'application/json', 'summary.json')
  })
}
`

/** Everything a page runs. */
export const reportScript = `${pageScript}\n${scrubberScript}`
