/**
 * The method on a page, in English: from the model description in the ODD order.
 * @module
 */

export const methodInEnglish = {
  purpose:
    'What happens to China’s loan-facilitation market when lending rules change: which banks keep which partners, who leaves, where credit concentrates, and which borrowers lose access. Two scenarios share every draw of luck, so what differs between them is the rules.',
  agents: 'Who is in the market',
  kinds: [
    [
      'Bank',
      'every licensed funder, with balance sheet, capital, compliance capacity and a facilitation programme that is on, ending or off',
    ],
    [
      'Platform',
      'finds and scores borrowers; leading, mid-tier or small; data advantage, costs, guarantee cover, net worth',
    ],
    ['Guarantor', 'repays banks for covered defaults out of its own cash'],
    ['Borrower', 'a cohort of one of five risk segments in one of 31 regions'],
    ['Partnership', 'a pair of bank and platform: signed, active or ended, with its reason'],
    [
      'Loans',
      'cohorts by partnership, segment and month of origination, with terms frozen when lent',
    ],
    ['Regulator', 'the rule book of every month, and nothing else'],
  ],
  month: 'One month, in order',
  monthNote:
    'Decisions see the state at the end of last month, so the order of agents does not matter.',
  equations: 'Equations used',
  formulas: [
    [
      'Approval rate and default of the marginal borrower at cut-off x',
      'α(x) = Φ(−x)     π(x) = Φ((d − c·x)/√(1−c²)),  d = Φ⁻¹(PD)',
      'Vasicek (2002); c is the platform’s data advantage',
    ],
    [
      'Price where no ceiling binds',
      'r = k + LGD′·π(x),  with LGD′·[π(x) − π̄(x)] = μ',
      'k costs, μ the wanted mark-up',
    ],
    ['Where borrowers apply', 'σ = weight / Σ weights', 'McFadden (1974), conditional logit'],
    [
      'Yearly value of a partner to a bank',
      'V = ψ·Σ q̂·S − F1 − q·v·Pen',
      'share of the surplus, cost of a partner, expected penalty',
    ],
    [
      'Under an announced rule',
      'V = (1−ω)·V(in force) + ω·V(announced)',
      'ω: how much of a contract lies under the new rule',
    ],
    ['A partner is kept', 'with probability Λ((V − oversight)/τ)', 'logit noise τ'],
    [
      'A programme ends',
      'when Σ (V − oversight)⁺ < F0 for several quarters running',
      'F0 fixed cost of the programme',
    ],
    ['Change reported', 'mean of (reform − baseline) over pairs ± t·s/√n', 'Student (1908)'],
  ],
  opening:
    'Public data up to October 2025 give the opening market; missing numbers are drawn and marked. Demand is inverted so that flows meet observed balances. Lists then live through 120 months under the rules of November 2024, and loans through 24 more, before the first month is counted.',
  calibration: 'Estimated numbers',
  calibrationNote:
    'The ten numbers the design means to estimate from market data, with the range in which they are plausible.',
  parameters: 'All parameters with their sources',
  classes: { data: 'data', literature: 'literature', assumed: 'assumed' },
  more: 'The full description (ODD), every choice and every definition come with the program: agents/ODD.md, agents/DECISIONS.md, docs/reference.md.',
}

export type MethodWords = typeof methodInEnglish
