import { defineConfig } from 'vitest/config'

/** Tests against real servers: `npx vitest run --root peers`, after `peers/install`. */
export default defineConfig({
  test: { include: ['*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, fileParallelism: false },
})
