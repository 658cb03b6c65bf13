/**
 * Reads what a report is made of from a result folder.
 * @module
 */
import { LICENCES, TIERS } from '../agents/parameters.ts'
import type { Facts } from '../agents/populate/facts.ts'
import { RESOLVED_FILE, type ResolvedDocument } from '../analysis/answer/resolved-document.ts'
import { agentNames, type AgentNames } from '../analysis/kept/agent-names.ts'
import { linksShape } from '../analysis/kept/links-table.ts'
import type {
  ReportAgent,
  ReportFailure,
  ReportLink,
  ReportSource,
} from '../analysis/report/report-source.ts'
import { shapeOf } from '../analysis/report/result-shape.ts'
import { readResult, type StoredResult } from '../analysis/results/read-result.ts'
import { readDependence } from './read-dependence.ts'
import { readLevers, readBaselineFacts } from './sources.ts'

/** Points whose partnerships are read: those that can be drawn. */
const MOST_DRAWN = 5

/**
 * @param path  of the result folder
 * @throws SimulationError `RESULT_INVALID` when it is no result, or not whole
 */
export async function readReportSource(path: string): Promise<ReportSource> {
  const result = readResult(path)
  try {
    const facts = readBaselineFacts()
    const names = agentNames(facts)
    const links = await readLinks(result, names)
    const dependence = await readDependence(result)
    return {
      name: result.name,
      summary: result.summary,
      manifest: result.manifest,
      resolved: JSON.parse(result.text(RESOLVED_FILE)) as ResolvedDocument,
      failures: await readFailures(result),
      agents: agentsOf(facts, names),
      levers: Object.fromEntries(readLevers().list.map((lever) => [lever.id, lever])),
      ...(links === undefined ? {} : { links }),
      ...(dependence === undefined ? {} : { dependence }),
    }
  } finally {
    result.close()
  }
}

const LINKS_FILE = 'links.parquet'

async function readLinks(
  result: StoredResult,
  names: AgentNames,
): Promise<Record<string, ReportLink[]> | undefined> {
  const { summary } = result
  const { asked, baselines } = shapeOf(summary)
  const points = [...baselines, ...asked.filter((point) => !baselines.includes(point))]
  if (!result.has(LINKS_FILE) || points.length > MOST_DRAWN) return undefined
  const shape = linksShape({ start: summary.start, names })
  const links: Record<string, ReportLink[]> = {}
  for (const { id } of points) {
    const rows = await result.kept('links', shape, id, 0)
    links[id] = rows as unknown as ReportLink[]
  }
  return links
}

async function readFailures(result: StoredResult): Promise<ReportFailure[]> {
  if (result.manifest.status.failed === 0) return []
  return (await result.replicates())
    .filter(({ status }) => status === 'failed')
    .map(({ point, replicate, code, month, replay }) => ({
      point,
      replicate,
      code: code ?? '',
      month,
      replay,
    }))
}

/** Names of all agents there can be, with licence or tier. */
function agentsOf(facts: Facts, names: AgentNames): Record<string, ReportAgent> {
  const agents: Record<string, ReportAgent> = {}
  const add = (kind: 'bank' | 'platform', groupOf: (number: number) => string): void => {
    for (const [number, { id, en, zh }] of names[kind]) {
      agents[id] = { label: { en, zh }, group: groupOf(number) }
    }
  }
  add('bank', (number) => LICENCES[facts.banks[number]?.licence] ?? 'microlender')
  add('platform', (number) => TIERS[facts.platforms[number].tier])
  return agents
}
