/** What is kept of somebody who was forgotten: enough to know them again, not enough to say who they were. Pure. */
import { createHmac } from 'node:crypto'

/** What may come back: one of their names, or a message or an order that was erased. */
export type Trace =
  | readonly ['name', channel: string, id: string]
  | readonly ['message', channel: string, source: string, id: string]
  | readonly ['order', number: string]

/** A keyed hash (HMAC-SHA-256) in base64; `key` is the workspace's own. */
export const hashOf = (key: Uint8Array, trace: Trace): string =>
  createHmac('sha256', key).update(JSON.stringify(trace)).digest('base64')

/** As it is written into the file that lies beside the data, and outlives a restored backup. `at` in ISO 8601, the rest in base64. */
export type ForgottenLine = { workspace: string; key: string; trace: string; at: string }
