/**
 * The public data as rows with units of the model and a source, date and confidence each.
 * @module
 */
export type Confidence = 'high' | 'medium' | 'low'
export type GroupRole = 'head' | 'listed' | 'small' | 'lender' | 'other'

/** One published number in the units of the model. */
export interface Observation {
  file: string
  entity: string
  kind: string
  metric: string
  value: number
  unit: string
  /** As written, the last day it covers, and the last day of its publication. */
  date: string
  day: string
  source: string
  published: string
  confidence: Confidence
}

/** One partner list a bank published. */
export interface PartnerList {
  bank: string
  kind: string
  date: string
  day: string
  partners: number | undefined
  platforms: number | undefined
  named: string[]
  source: string
  published: string
  confidence: Confidence
}

export interface GroupName {
  name: string
  group: string
  role: GroupRole
  confidence: Confidence
}

export interface Region {
  id: number
  zh: string
  en: string
  weight: number
  source: string
  date: string
  confidence: Confidence
}

export interface PublicData {
  observations: Observation[]
  lists: PartnerList[]
  groups: GroupName[]
  regions: Region[]
}
