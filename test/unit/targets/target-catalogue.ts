/** A catalogue of few names, for tests of target files. */
import { targetCatalogue } from '../../../analysis/measurement/index.ts'

export const catalogue = targetCatalogue({
  ids: [
    'bank:yilian',
    'bank:xwbank',
    'bank:webank',
    'platform:qfin',
    'platform:lexin',
    'guarantor:qfin',
  ],
})

/** A file of the targets written in `body`, which begins on line 6. */
export function fileOf(body: string): string {
  return `schema: 1\nid: tried\ntitle: { en: Tried, zh: 试 }\nnotes: one\ntargets:\n${body}`
}
