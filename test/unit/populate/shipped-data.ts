/**
 * The public data of the repository and what the opening market makes of it.
 * @module
 */
import { readFileSync } from 'node:fs'
import { baselineParameters } from '../../../agents/parameter-catalogue.ts'
import { readFacts } from '../../../agents/populate/read-facts.ts'
import { DATA_FILES, readObservations } from '../../../scenarios/observations.ts'

const FOLDER = new URL('../../../scenarios/data/', import.meta.url)

export const dataFiles: Readonly<Record<string, string>> = Object.fromEntries(
  DATA_FILES.map((file) => [file, readFileSync(new URL(file, FOLDER), 'utf8')]),
)
export const publicData = readObservations(dataFiles)
export const parameters = baselineParameters()
export const facts = readFacts(publicData, parameters)
