/**
 * The section `uncertainties`: a value or a distribution for each parameter named.
 * @module
 */
import type { ParameterDescriptor, ScenarioCatalogue } from '../catalogue.ts'
import type { Path } from '../positions.ts'
import type { Findings } from '../findings.ts'
import type { WrittenParameter } from '../scenario-file.ts'
import { readParameterValue } from '../values.ts'
import { readDistribution } from './read-distribution.ts'
import { isEntries, take, type Entries } from './read-fields.ts'

/** What is written of each parameter, in the order written. */
export function readUncertainties(
  section: Entries,
  root: Path,
  catalogue: ScenarioCatalogue,
  findings: Findings,
): Map<string, WrittenParameter> {
  const names = catalogue.parameters.map((parameter) => parameter.id)
  const found = new Map<string, WrittenParameter>()
  for (const [id, written] of Object.entries(section)) {
    const parameter = catalogue.parameters.find((one) => one.id === id)
    const path = [...root, id]
    if (!parameter) {
      const expected = 'a parameter of the catalogue (zhudai list parameters)'
      findings.unknownKey(path, expected, names)
      continue
    }
    const read = readOne(written, parameter, path, findings)
    if (read) found.set(id, read)
  }
  return found
}

function readOne(
  written: unknown,
  parameter: ParameterDescriptor,
  path: Path,
  findings: Findings,
): WrittenParameter | undefined {
  const origin = findings.originOf(path)
  if (isEntries(written)) {
    const distribution = readDistribution(written, parameter, path, findings)
    return distribution && { distribution, origin }
  }
  const value = take(readParameterValue(written, parameter), written, path, findings)
  return value === undefined ? undefined : { value, origin }
}
