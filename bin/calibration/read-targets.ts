/**
 * A target file by id or path, checked against every quantity and institution there is.
 * @module
 */
import type { Facts } from '../../agents/populate/facts.ts'
import {
  institutionsOf,
  targetCatalogue,
  type Institutions,
} from '../../analysis/measurement/index.ts'
import type { RunMonths, TargetFile } from '../../scenarios/targets/target.ts'
import { readBaselineFacts } from '../sources.ts'
import { targetFile } from '../target-file.ts'

export interface AskedTargets {
  readonly file: TargetFile
  readonly facts: Facts
  readonly institutions: Institutions
}

/** @throws SimulationError when there is no such file, or with every problem in it */
export function readTargets(name: string, run: RunMonths): AskedTargets {
  const facts = readBaselineFacts()
  const institutions = institutionsOf(facts)
  return {
    file: targetFile(name, targetCatalogue(institutions, run), 'targets'),
    facts,
    institutions,
  }
}
