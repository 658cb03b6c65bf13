import { testEntries } from './ring.ts'

testEntries('market')
