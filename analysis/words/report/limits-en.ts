/**
 * What a result does not say, in English. Facts of the model and of the choices made in it.
 * @module
 */

/** One limit: what it is about, and what follows from it. */
export interface Limit {
  readonly about: string
  readonly text: string
}

export const limitsInEnglish: readonly Limit[] = [
  {
    about: 'Not a forecast',
    text: 'It compares rule books under the same luck. The difference between two columns is what the rules do in the model; neither column is a prediction of the market.',
  },
  {
    about: 'Intervals cover chance',
    text: 'They say how well the mean over replicates is known. They do not cover a wrong assumption, a missing mechanism or an error in the data.',
  },
  {
    about: 'Sizes rest on assumptions',
    text: 'The ten most uncertain numbers are fitted to public data up to October 2025, and several stay unidentified; the others are assumed or from the literature. No later market data enter. Read sizes as orders of magnitude.',
  },
  {
    about: 'A partly imputed market',
    text: 'What no public source gives is drawn anew in each replicate. Single banks and platforms are therefore possible institutions, not statements about a company of that name.',
  },
  {
    about: 'Contraction before the rules take effect',
    text: 'It is not an established fact. The model can produce it by anticipation, by distress of institutions, or both.',
  },
  {
    about: 'More exits than expected',
    text: 'Programmes known to exist are kept alive through the opening at a low margin, so that rising fixed costs end more of them than the design expected.',
  },
  {
    about: 'Concentration of balances',
    text: 'The pilots of the model disagree about the share of the five largest platforms, and nothing is claimed about small changes in it.',
  },
  {
    about: 'The riskiest borrowers',
    text: 'Who is turned away applies again next month and is partly taken up by the remaining platforms: losses of the riskiest segment come out smaller than the pilots suggested.',
  },
  {
    about: 'What is left out',
    text: 'No platform enters; scores do not improve by themselves; each platform has one price per segment; one macro factor drives all defaults and nothing in this market feeds back on it. Credit cards and other lending appear only as the share of people who do not apply.',
  },
]
