/** What the routes are given: everything that main puts together. */
import type { Channel, Kit } from '../channels/channel.ts'
import type { Db } from '../db/db.ts'
import type { KeepAside } from '../flows/forget-person.ts'
import type { Clock } from '../lib/clock.ts'
import type { NewId } from '../lib/ids.ts'
import type { Seal } from '../lib/seal.ts'
import type { Live } from './live.ts'
import type { SignIn } from './workspace/sign-in.ts'

export type House = {
  db: Db
  clock: Clock
  newId: NewId
  random: () => number
  seal: Seal
  channels: ReadonlyMap<string, Channel>
  kit: (signal: AbortSignal) => Kit
  signIn: SignIn
  live: Live
  /** Writes down who was forgotten, where a restored backup does not reach. */
  keepAside: KeepAside
  /** How people reach the desk, without a slash at the end. */
  url: string
  /** A mail server is named: teammates can be written to. */
  mails: boolean
  /** Lets go of a room's back-off: try now. */
  hearNow: (roomId: string) => void
  /** Numbers for /metrics, by name. */
  gauges: () => Record<string, number>
  log: (line: string) => void
  version: string
}
