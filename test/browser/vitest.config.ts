import { defineConfig } from 'vitest/config'

/** Tests that need a browser; `.ci/browser` runs them. */
export default defineConfig({
  test: { include: ['test/browser/*.browser.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
})
