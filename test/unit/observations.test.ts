import { describe, expect, it } from 'vitest'
import { SimulationError, type Problem } from '../../engine/errors.ts'
import { lastDay } from '../../scenarios/observation-date.ts'
import { inModelUnits } from '../../scenarios/observation-unit.ts'
import { readObservations } from '../../scenarios/observations.ts'
import { dataFiles } from './populate/shipped-data.ts'

const BANK_HEADER = 'entity,type,date,metric,value,unit,source_url,published_date,confidence'
const ROW = '亿联银行 (Yilian Bank),private,2024-12-31,loans,244.4,CNY_100m,http://a,2025-05,high'

function problemsOf(change: Record<string, string | undefined>): readonly Problem[] {
  const files: Record<string, string> = { ...dataFiles }
  for (const [file, text] of Object.entries(change)) {
    if (text === undefined) delete files[file]
    else files[file] = text
  }
  try {
    readObservations(files)
  } catch (error) {
    if (error instanceof SimulationError) return error.problems
    throw error
  }
  return []
}

function bankProblem(row: string): Problem {
  const problems = problemsOf({ 'banks.csv': `${BANK_HEADER}\n${ROW}\n${row}\n` })
  expect(problems).toHaveLength(1)
  return problems[0]
}

describe('dates', () => {
  it.each([
    ['2024-12-30', '2024-12-30'],
    ['2025-02', '2025-02-28'],
    ['2024-02', '2024-02-29'],
    ['2025-Q2', '2025-06-30'],
    ['2025Q1', '2025-03-31'],
    ['2025-H1', '2025-06-30'],
    ['2025H1', '2025-06-30'],
    ['2024H2', '2024-12-31'],
    ['FY2024', '2024-12-31'],
    ['2019', '2019-12-31'],
    ['2025-06..2025-08', '2025-08-31'],
    ['2025-10-01..2025-10-16', '2025-10-16'],
    ['2024 first nine months', '2024-09-30'],
    ['pre-rule', ''],
    ['', ''],
  ])('%s ends on %s', (text, day) => {
    expect(lastDay(text)).toBe(day)
  })

  it.each(['2025-13', '2025-02-29', '2025-Q5', 'autumn', '20250630', '2025-08..2025-06'])(
    '%s is no date',
    (text) => {
      expect(lastDay(text)).toBeUndefined()
    },
  )
})

describe('units', () => {
  it.each([
    [13500, 'CNY_100m', 1350000, 'mn'],
    [140.5, 'bn RMB', 140500, 'mn'],
    [65000, 'CNY', 0.065, 'mn'],
    [15.36, 'percent', 0.1536, '1'],
    [76, '%', 0.76, '1'],
    [50, 'bp', 0.005, '1'],
    [23.638, 'million loans', 23638000, 'count'],
    [10, 'x', 10, '1'],
    [12, 'months', 12, 'months'],
  ])('%d %s is %d %s', (value, unit, converted, target) => {
    expect(inModelUnits(value, unit)).toEqual({ value: converted, unit: target })
  })

  it('has no conversion for a unit nobody declared', () => {
    expect(inModelUnits(1, 'USD')).toBeUndefined()
  })
})

describe('the shipped tables', () => {
  const data = readObservations(dataFiles)

  it('have every row', () => {
    expect(data.observations).toHaveLength(361 + 98 + 83 + 85 + 455 + 87)
    expect(data.lists).toHaveLength(42)
    expect(data.groups).toHaveLength(79)
    expect(data.regions).toHaveLength(31)
  })

  it('read the market balance of 3.5 trillion yuan in millions', () => {
    const row = data.observations.find((r) => r.metric === 'internet_loan_facilitation_balance')
    expect(row).toMatchObject({ entity: 'MARKET', value: 3.5e6, unit: 'mn', day: '2024-12-31' })
  })

  it('keep a blank count as unknown and split the partner names', () => {
    const chengde = data.lists.find((list) => list.bank.startsWith('承德'))
    expect(chengde?.partners).toBeUndefined()
    expect(chengde?.platforms).toBeUndefined()
    expect(chengde?.named).toEqual(['蚂蚁集团旗下部分公司', '京东集团旗下部分公司'])
  })

  it('drop the remark of a confidence', () => {
    const rows = data.observations.filter((row) => !/^(high|medium|low)$/.test(row.confidence))
    expect(rows).toEqual([])
  })
})

describe('a broken table', () => {
  it('names the file that is missing', () => {
    const problems = problemsOf({ 'groups.csv': undefined })
    expect(problems).toMatchObject([{ code: 'DATA_FILE_MISSING', file: 'groups.csv' }])
  })

  it('names a missing column', () => {
    const problems = problemsOf({ 'regions.csv': 'id,zh,en,source,date,confidence\n' })
    expect(problems).toMatchObject([
      { code: 'DATA_COLUMN_MISSING', file: 'regions.csv', line: 1, path: 'weight' },
    ])
  })

  it('points at a value that is no number', () => {
    const problem = bankProblem('A,private,2024,loans,a lot,CNY_100m,http://a,2025,high')
    expect(problem).toMatchObject({ code: 'DATA_INVALID', file: 'banks.csv', line: 3, column: 22 })
    expect(problem).toMatchObject({ path: 'value', got: 'a lot' })
  })

  it('points at a date, unit, confidence or name that cannot be read', () => {
    const at = (row: string): string | undefined => bankProblem(row).path
    expect(at('A,private,autumn,loans,1,CNY_100m,u,2025,high')).toBe('date')
    expect(at('A,private,,loans,1,CNY_100m,u,2025,high')).toBe('date')
    expect(at('A,private,2024,loans,1,USD,u,2025,high')).toBe('unit')
    expect(at('A,private,2024,loans,1,CNY_100m,u,2025,good')).toBe('confidence')
    expect(at('A,private,2024,loans,1,CNY_100m,u,soon,high')).toBe('published_date')
    expect(at(',private,2024,loans,1,CNY_100m,u,2025,high')).toBe('entity')
    expect(at('A,,2024,loans,1,CNY_100m,u,2025,high')).toBe('type')
    expect(at('A,private,2024,,1,CNY_100m,u,2025,high')).toBe('metric')
  })

  it('uses the headings of the file, not the names of the fields', () => {
    const text = dataFiles['platforms.csv'].replace('QFIN,2023Q1', 'QFIN,spring')
    expect(problemsOf({ 'platforms.csv': text })).toMatchObject([{ path: 'quarter', line: 2 }])
  })

  it('counts lines and characters across quoted commas and line ends', () => {
    const quoted = 'A,private,2024,loans,1,CNY_100m,"http://a,b\nc",2025,good'
    expect(bankProblem(quoted)).toMatchObject({ path: 'confidence', line: 4, column: 9 })
  })

  it('points at a row with too many cells and at an open quote', () => {
    expect(bankProblem('A,private,2024,loans,1,CNY_100m,u,x,2025,high')).toMatchObject({
      code: 'DATA_CELL_COUNT',
      line: 3,
      expected: '9 cells',
      got: '10 cells',
    })
    const open = problemsOf({ 'banks.csv': `${BANK_HEADER}\n"A,private\n` })
    expect(open).toMatchObject([{ code: 'DATA_SYNTAX', file: 'banks.csv' }])
    expect(open[0].line).toBeGreaterThanOrEqual(2)
  })

  it('checks lists, groups and regions too', () => {
    const lists = dataFiles['whitelists.csv'].replace('2024-06,53,53', '2024-06,53,-3')
    expect(problemsOf({ 'whitelists.csv': lists })).toMatchObject([{ path: 'platforms', line: 2 }])
    const groups = dataFiles['groups.csv'].replace('蚂蚁,Ant,head', '蚂蚁,Ant,hed')
    expect(problemsOf({ 'groups.csv': groups })).toMatchObject([{ path: 'role', line: 2 }])
    const regions = dataFiles['regions.csv'].replace('14.16', '0')
    expect(problemsOf({ 'regions.csv': regions })).toMatchObject([{ path: 'weight', line: 2 }])
  })

  it('reports the problems of all tables at once', () => {
    const groups = dataFiles['groups.csv'].replace('蚂蚁,Ant,head', '蚂蚁,Ant,hed')
    const regions = dataFiles['regions.csv'].replace('14.16', 'x').replace('13.70', 'y')
    const problems = problemsOf({ 'groups.csv': groups, 'regions.csv': regions })
    expect(problems.map((problem) => problem.file)).toEqual([
      'groups.csv',
      'regions.csv',
      'regions.csv',
    ])
  })

  it('leaves a blank value out instead of reading 0', () => {
    const text = `${BANK_HEADER}\nA,private,2024,loans,,CNY_100m,u,2025,high\n`
    const files = { ...dataFiles, 'banks.csv': text }
    const rows = readObservations(files).observations.filter((row) => row.file === 'banks.csv')
    expect(rows).toEqual([])
  })
})
