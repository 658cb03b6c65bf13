import { describe, expect, it } from 'vitest'
import { standaloneSvg } from '../../../analysis/figures/export/standalone-svg.ts'
import { openCanvas } from '../../../analysis/figures/index.ts'
import { modelFigures } from '../../../analysis/documents/model-figures.ts'
import { catalogue } from '../../fixtures/opening-market.ts'

const canvas = await openCanvas()

describe.each(['en', 'zh'] as const)('the figures of the model document in %s', (language) => {
  const figures = modelFigures(canvas, language, catalogue)

  it.each(figures.map((figure) => [figure.id, figure] as const))(
    '%s is what the model computes',
    async (id, figure) => {
      await expect(`${standaloneSvg(figure)}\n`).toMatchFileSnapshot(
        `../../../docs/figures/${id}-${language}.svg`,
      )
    },
  )
})
