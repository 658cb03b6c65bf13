import { testEntries } from './ring.ts'

testEntries('kernel')
