import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/database.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
    // Half of the time a test waits, for PostgreSQL or a browser: by default two cores would be given one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
