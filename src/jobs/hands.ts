/** What a loop works with. */
import type { Channel, Kit } from '../channels/channel.ts'
import type { Db } from '../db/db.ts'
import type { Presence } from '../db/presence.ts'
import type { Clock } from '../lib/clock.ts'
import type { NewId } from '../lib/ids.ts'
import type { Seal } from '../lib/seal.ts'

export type Hands = {
  db: Db
  presence: Presence
  channels: ReadonlyMap<string, Channel>
  kit: (signal: AbortSignal) => Kit
  clock: Clock
  seal: Seal
  newId: NewId
  random: () => number
  log: (line: string) => void
}
