import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Test files of one worker share its modules: compiled code stays warm and openings are made once.
    // No test may leave anything behind in them, nor replace a module.
    isolate: false,
    maxWorkers: 2,
  },
})
