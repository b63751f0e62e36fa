/** Rooms go with everything that was heard there; what was asked there goes out of the questions of the workspace. */
import type { Tx } from '../db/db.ts'
import { unaskRooms } from '../domain/question/asking.store.ts'
import { sweep } from '../domain/question/question.store.ts'
import { leave } from '../domain/room/room.store.ts'
import type { Id } from '../lib/ids.ts'
import { ungroup } from './group.ts'

export const leaveRoom = (tx: Tx, id: Id): Promise<void> =>
  withoutQuestions(tx, [id], { all: false }, async () => {
    await leave(tx, id)
  })

/** `all`: nothing is left of a question that nobody asks then, whatever teammates called it. */
export async function withoutQuestions(
  tx: Tx,
  rooms: readonly Id[],
  { all }: { all: boolean },
  leaveThem: () => Promise<void>,
): Promise<void> {
  await ungroup(tx, await unaskRooms(tx, rooms))
  await leaveThem()
  await sweep(tx, { all })
}
