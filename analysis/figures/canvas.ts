/**
 * What figures are drawn with: Observable Plot and a document, the browser's own or linkedom's.
 * Both are loaded when the first figure is drawn, for they take longer to load than most commands run.
 * @module
 */

import type * as Plot from '@observablehq/plot'

export type PlotLibrary = typeof Plot

export interface Canvas {
  readonly plot: PlotLibrary
  /** Makes the elements; nothing is ever added to it. */
  readonly document: object
}

/** @param document  the page's, in a browser; absent elsewhere */
export async function openCanvas(document?: object): Promise<Canvas> {
  const plot = await import('@observablehq/plot')
  return { plot, document: document ?? (await emptyDocument()) }
}

async function emptyDocument(): Promise<object> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML('<!doctype html><html></html>') as unknown as { document: object }
  return document
}
