/** Edits, deletes and authors who left: what they change in what we hold. */
import type { Tx } from '../db/db.ts'
import * as filing from '../domain/conversation/conversation.filing.ts'
import { forChange, save, words } from '../domain/conversation/conversation.store.ts'
import { waitingSince } from '../domain/conversation/waiting.ts'
import type { Heard, Said } from '../domain/message/heard.ts'
import * as messages from '../domain/message/message.store.ts'
import type { Taught } from '../domain/message/understood.ts'
import { hide } from '../domain/person/person.store.ts'
import * as askings from '../domain/question/asking.store.ts'
import type { Id } from '../lib/ids.ts'
import { isBareThanks } from '../understanding/thanks.ts'
import { ungroup } from './group.ts'
import { takePassingBack } from './pass-on.ts'

type Mending = { room: { id: Id; channel: string }; heard: readonly Heard[]; at: Date }

/** Gives the conversations that it touched. */
export async function mend(tx: Tx, { room, heard, at }: Mending, taught: Taught): Promise<Id[]> {
  const edits: Said[] = []
  const gone: { source: string; id: string }[] = []
  const taken: messages.Touched[] = []
  for (const it of heard) {
    switch (it.is) {
      case 'said':
      case 'passed-on':
        break
      case 'edited':
        edits.push(it.message)
        break
      case 'deleted':
        gone.push(it)
        break
      case 'author':
        if (it.now === 'gone') taken.push(await messages.takeBackAllOf(tx, room.id, room.channel, it.authorId, at))
        else await hide(tx, room.channel, it.authorId, it.now === 'hidden' ? at : null)
        break
    }
  }
  takePassingBack(tx, room.id, gone)
  const edited = await messages.edit(tx, room.id, edits, { at, taught })
  askings.ask(tx, edited.messages)
  const all = [await messages.takeBack(tx, room.id, gone, at), ...taken, edited]
  await ungroup(
    tx,
    all.flatMap(({ unasked }) => unasked),
  )
  const touched = all.flatMap(({ conversations }) => conversations)
  await recountAndSettle(tx, touched, at)
  return touched
}

/** Who took their words back waits no longer. */
export async function recountAndSettle(tx: Tx, ids: readonly Id[], at: Date): Promise<void> {
  if (ids.length === 0) return
  filing.recount(tx, ids)
  const [threads, conversations] = await Promise.all([words(tx, ids, isBareThanks), forChange(tx, ids)])
  for (const [id, now] of conversations) {
    const thread = threads.get(id) ?? []
    const since = waitingSince(thread)
    // Where nobody but us is left to have spoken, it is as if we had begun it.
    const alone = thread.every(({ us }) => us)
    if (since?.getTime() === now.waitingSince?.getTime() && !alone) continue
    const standing = alone && now.standing.is === 'open' ? ({ is: 'noted', at, by: null } as const) : now.standing
    save(tx, { ...now, standing, waitingSince: now.standing.is === 'open' ? since : now.waitingSince })
  }
}
