import { testEntries } from './ring.ts'

testEntries('statistics')
