/** What tells an entry from another, and one version of it from the next. */
import { createHash } from 'node:crypto'

/** Short, for telling things apart: 96 bits of SHA-256. */
export const hashOf = (...parts: readonly (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)
