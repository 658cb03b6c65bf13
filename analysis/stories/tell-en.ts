/**
 * How stories are told in English.
 * @module
 */
import { linkEnglish } from './link-en.ts'
import type { StoryWords } from './story-words.ts'
import { traceEnglish } from './trace-en.ts'

export const storyEnglish: StoryWords = {
  link: linkEnglish,
  trace: traceEnglish,
  inputs: {
    value: 'value V',
    margin: 'margin',
    partnerCost: 'partner cost F1',
    penalty: 'expected penalty',
    oversight: 'oversight',
    setupCost: 'set-up cost',
    net: 'net',
    probability: 'probability of yes',
    luck: 'draw',
    programmeValue: 'list value Ω',
    programmeCost: 'programme cost F0',
    quarters: 'quarters in a row',
    measure: 'lent',
    limit: 'room',
    anticipation: 'weight of announced rules',
    partners: 'list length',
    balance: 'balance',
  },
  columns: { input: 'input', lever: 'lever' },
  perYear: ', a year',
}
