/**
 * The figures of the model document, computed by the model's own functions: the same bytes every time.
 * @module
 */
import type { LeverCatalogue } from '../../agents/levers/lever.ts'
import type { Canvas } from '../figures/canvas.ts'
import type { Figure } from '../figures/figure.ts'
import type { Language } from '../words/language.ts'
import { flowDiagram } from '../figures/diagrams/flow-diagram.ts'
import { frameOf } from './frame.ts'
import { partnerFigure } from './partner-figure.ts'
import { ceilingFigure, screeningFigure } from './pricing-figures.ts'
import { announcementFigure, reviewFigure, vintageFigure } from './timing-figures.ts'
import { modelFigureWords } from './words/model-figure-words.ts'

/** All of them in one language, in the order of the document. */
export function modelFigures(
  canvas: Canvas,
  language: Language,
  catalogue: LeverCatalogue,
): readonly Figure[] {
  const flows = modelFigureWords(language).flows
  return [
    flowDiagram(canvas, flows, { ...frameOf('who-pays-whom', language), source: flows.source }),
    screeningFigure(canvas, language),
    ceilingFigure(canvas, language),
    vintageFigure(canvas, language),
    partnerFigure(canvas, language, catalogue),
    announcementFigure(canvas, language, catalogue),
    reviewFigure(canvas, language, catalogue),
  ]
}
