/**
 * Columns of banks before anything is filled in.
 * @module
 */
import type { BankPopulation } from './population.ts'

export function emptyBanks(size: number): BankPopulation {
  const column = (): Float64Array => new Float64Array(size)
  return {
    size,
    id: new Int32Array(size),
    licence: new Uint8Array(size),
    homeRegion: new Int8Array(size),
    affiliateOf: new Int32Array(size),
    totalLoans: column(),
    otherLoans: column(),
    partnerLoans: column(),
    capitalRatio: column(),
    totalEquity: column(),
    tier1Ratio: column(),
    capitalBuffer: column(),
    returnOnAssets: column(),
    fundingCost: column(),
    operatingCost: column(),
    complianceCapability: column(),
    riskManagement: column(),
    programmeAppetite: column(),
    capacityTrend: column(),
    programmeCapacity: column(),
    programmeSize: column(),
    programme: new Uint8Array(size),
    pinned: new Uint8Array(size),
    listLength: new Int32Array(size),
  }
}
