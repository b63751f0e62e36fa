/** A room's charter is written: what it promises holds from now on, for those who still have time as well. */
import type { Tx } from '../db/db.ts'
import { saveCharter } from '../domain/charter/charter.store.ts'
import type { Charter } from '../domain/charter/charter.ts'
import { record } from '../domain/happening/happening.store.ts'
import { reckonAnew } from '../domain/question/reckoned.store.ts'
import type { Id } from '../lib/ids.ts'

export async function writeCharter(
  tx: Tx,
  room: Id,
  charter: Charter,
  { by, at }: { by: Id; at: Date },
): Promise<void> {
  await saveCharter(tx, room, charter, { by, at })
  await reckonAnew(tx, room, at)
  await record(tx, [{ kind: 'room', at, by, roomId: room, detail: { is: 'chartered' } }])
}
