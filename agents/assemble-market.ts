import type { Environment, Market } from './market.ts'

/**
 * A market of the given parts. Every market is put together here, so that all of them have one shape:
 * the compiler keeps what it learned from one run for the next.
 */
export function assembleMarket(parts: Market): Market {
  return {
    parameters: parts.parameters,
    rules: parts.rules,
    preNotice: parts.preNotice,
    shocks: parts.shocks,
    banks: parts.banks,
    platforms: parts.platforms,
    guarantors: parts.guarantors,
    borrowers: parts.borrowers,
    segments: parts.segments,
    regions: parts.regions,
    regionWeight: parts.regionWeight,
    relativeReach: parts.relativeReach,
    meanFundingCost: parts.meanFundingCost,
    edges: parts.edges,
    loans: parts.loans,
    fines: parts.fines,
    environment: assembleEnvironment(parts.environment),
    ledger: parts.ledger,
    work: parts.work,
    bankNames: parts.bankNames,
    platformNames: parts.platformNames,
    guarantorNames: parts.guarantorNames,
  }
}

/** The same environment in the one shape all of them have; its columns are shared. */
export function assembleEnvironment(environment: Environment): Environment {
  return {
    macroState: environment.macroState,
    macroOn: environment.macroOn,
    frozen: environment.frozen,
    inspectionFactor: environment.inspectionFactor,
    leastProgrammes: environment.leastProgrammes,
  }
}
