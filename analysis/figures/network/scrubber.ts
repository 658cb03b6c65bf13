/**
 * Moves a network through its months: a slider, and the few lines of script that a page needs once.
 * Without the script the figure shows the moment it was drawn for.
 * @module
 */
import type { Figure } from '../figure.ts'
import { escapeXml } from '../serialize.ts'
import { figureWords } from '../words/figure-words.ts'

/** A slider with its label for a figure of a network; empty for any other figure. */
export function networkScrubber({ id, language, svg }: Figure): string {
  const moments = /<svg[^>]* data-moments="([^"]*)"/.exec(svg)?.[1].split('|') ?? []
  if (moments.length < 2) return ''
  const shown = Number(/<svg[^>]* data-moment="(\d+)"/.exec(svg)?.[1] ?? moments.length - 1)
  const name = `${id}-${language}-moment`
  return (
    `<label class="scrubber" for="${name}">${escapeXml(figureWords(language).network.moment)} ` +
    `<input type="range" id="${name}" min="0" max="${moments.length - 1}" step="1" value="${shown}" ` +
    `aria-valuetext="${moments[shown]}" data-scrubs="${id}-${language}-title"> ` +
    `<output for="${name}">${moments[shown]}</output></label>`
  )
}

/** Inline script of a page with sliders: no network, no library. */
export const scrubberScript = `document.addEventListener('input', function (event) {
  var slider = event.target
  var title = slider.dataset && slider.dataset.scrubs
  if (!title) return
  var figure = document.getElementById(title).parentNode
  var moment = Number(slider.value)
  var name = figure.dataset.moments.split('|')[moment]
  slider.setAttribute('aria-valuetext', name)
  slider.parentNode.querySelector('output').textContent = name
  figure.querySelectorAll('[data-states]').forEach(function (mark) {
    mark.setAttribute('data-state', mark.dataset.states[moment])
    if (mark.dataset.widths) mark.setAttribute('stroke-width', mark.dataset.widths.split(' ')[moment])
    if (mark.dataset.strengths)
      mark.setAttribute('fill-opacity', mark.dataset.strengths.split(' ')[moment])
  })
})
`
