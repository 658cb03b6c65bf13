/**
 * Words of the figures of the model document, in English.
 * @module
 */

export const modelFiguresInEnglish = {
  source: 'computed by the model’s own functions at its baseline parameters',
  tiers: { head: 'leading platform', listed: 'mid-tier platform', small: 'small platform' },
  segment: (number: number, probability: string) =>
    `segment ${number}, default probability ${probability}`,
  flows: {
    title: 'Who pays whom',
    subtitle: 'The borrower pays one price, which three parties share. Every arrow is a payment.',
    description:
      'Boxes for borrowers, banks, guarantors, platforms, depositors, government and the rest of the economy. Banks lend to borrowers; borrowers repay banks with a yield, pay guarantors a fee and platforms a fee; guarantors repay banks part of what defaults; everybody pays running costs.',
    source: 'the transaction matrix; a rescue by the government would flow back to banks',
    payer: 'payer',
    payment: 'payment',
    payee: 'payee',
    boxes: {
      borrowers: ['Borrowers', 'pay r = y + g + φ a year'],
      banks: ['Banks', 'lend, hold capital'],
      guarantors: ['Guarantors', 'cover a share γ'],
      platforms: ['Platforms', 'find, score and approve'],
      depositors: ['Depositors', ''],
      government: ['Government', ''],
      rest: ['Rest of the economy', ''],
    },
    arrows: {
      loans: 'new loans',
      repayment: 'yield y, instalments, recoveries',
      guaranteeFee: 'guarantee fee g',
      platformFee: 'platform\nfee φ',
      indemnity: 'indemnity: γ of\nevery default',
      interest: 'interest',
      deposits: 'deposits',
      tax: 'tax, fines',
      bankCosts: 'partners, programme,\nrunning cost, dividends',
      guarantorCosts: 'running cost',
      platformCosts: 'acquisition,\nrunning cost',
    },
  },
  ceiling: {
    title: 'A falling ceiling first lowers prices, then turns borrowers away',
    subtitle: (segment: string) =>
      `Quotes of three platforms to ${segment}; funds from a city bank. Where a curve of prices is flat, the ceiling does not bind.`,
    description:
      'Two panels against the ceiling, falling from 40% to 14%. Above: the price quoted, which follows the ceiling once that is below the free price. Below: the share approved, which falls with it, furthest at the platform with the least precise score and the dearest costs.',
    price: 'Price (all-in, a year)',
    approval: 'Share of applicants approved',
    along: 'ceiling on the all-in price',
  },
  value: {
    title: 'A partnership must be large enough to pay for its oversight',
    subtitle: (tier: string, segment: string) =>
      `Yearly value to a city bank of a ${tier} that serves ${segment}, before and under the notice; below zero it goes at the next review.`,
    description:
      'Upper panel: value in millions a year against the balance of the partnership, two straight lines that cross zero at the threshold; under the notice the line starts lower and rises less, so that the threshold moves right. Lower panel: share of partnerships that survive when the threshold rises, for three shapes of the distribution of balances.',
    worth: 'Value V, mn a year',
    before: 'before the notice',
    under: 'under the notice',
    threshold: (balance: string) => `V = 0 at ${balance}`,
    balance: 'balance of the partnership, mn',
    surviving: 'Share of partnerships that survive (closed form)',
    tail: (a: string) => `Pareto tail ${a}`,
    ratio: 'new threshold ÷ old threshold',
    here: (ratio: string) => `above: ${ratio} times`,
  },
  announcement: {
    title: 'Announced rules count the more, the longer the horizon',
    subtitle:
      'Weight ω of the announced rules in a decision of the month, by planning horizon H in months; from October 2025 the rules are in force.',
    description:
      'Four rising lines of steps from the announcement in April 2025 to October 2025. With a horizon of one month the weight stays zero until the rules are in force; with 24 months it starts at three quarters.',
    weight: 'Weight ω of the announced rules',
    horizon: (months: number) => (months === 1 ? 'H = 1 month' : `H = ${months} months`),
    along: 'month',
    announced: 'announced',
    inForce: 'in force',
  },
  reviews: {
    title: 'Fast reviews bring the change to most partnerships within months',
    subtitle:
      'Probability that a partnership is reviewed in a month, and the share reviewed at least once since the announcement.',
    description:
      'Upper panel: the monthly review probability rises at the announcement and falls back three months after the rules take effect. Lower panel: cumulated share reviewed at least once, with fast and with ordinary reviews.',
    hazard: 'Reviewed in the month',
    reviewed: 'Reviewed at least once since April 2025',
    fast: 'around the notice',
    ordinary: 'ordinary reviews',
    along: 'month',
    announced: 'announced',
    inForce: 'in force',
    over: 'ordinary again',
  },
  screening: {
    title: 'A better score means less risk, and more surplus where the ceiling binds',
    subtitle: (ceiling: string) =>
      `A mid-tier platform’s costs and a ceiling of ${ceiling}; only the data advantage c (correlation of score and default) varies. Where the ceiling does not bind, the surplus is the wanted mark-up.`,
    description:
      'Three panels against the data advantage: the share approved, the mean default probability of the approved, and the surplus per yuan of balance and year, each for segments 3, 4 and 5.',
    approval: 'Share of applicants approved',
    average: 'Mean default probability of the approved',
    surplus: 'Surplus S per yuan of balance, a year',
    along: 'data advantage c',
    name: (number: number, probability: string) => `segment ${number} (${probability})`,
    tiers: { head: 'leading', listed: 'mid-tier', small: 'small' },
  },
  vintage: {
    title: 'A month’s loans are half repaid after four months',
    subtitle:
      'What is still owed of one month’s loans, and how much of all they will ever owe falls after a given month (ov).',
    description:
      'Upper panel: share of the lending still owed by age in months, with and without prepayment. Lower panel: share of balance-months that lie after a month.',
    owed: 'Still owed, share of what was lent',
    overhang: 'Balance-months after this age, ov(n)',
    plain: 'instalments only',
    prepaid: (share: string) => `prepayment ${share} a month`,
    along: 'age in months',
  },
}

export type ModelFigureWords = typeof modelFiguresInEnglish
