/** Minutes of care come in by beats of the web app, and are put right by whoever spent them. */
import type { Tx } from '../db/db.ts'
import { moveClock, putRight, spend } from '../domain/care/care.store.ts'
import { type Beat, counted } from '../domain/care/care.ts'
import { record } from '../domain/happening/happening.store.ts'
import { dayOf } from '../domain/moment/moment.ts'
import { served } from '../domain/outcome/served.read.ts'
import type { Id, NewId } from '../lib/ids.ts'

/** What counts of these beats is added; of conversations that are not here, nothing is. Nobody waits for it on any screen. */
export async function beat(
  tx: Tx,
  beats: readonly Beat[],
  { by, at }: { by: Id; at: Date },
  newId: NewId,
): Promise<void> {
  const seconds = counted(beats, await moveClock(tx, by, at))
  const talks = new Map(
    (await served(tx, [...new Set(seconds.map(({ conversation }) => conversation))])).map((it) => [
      it.conversationId,
      it,
    ]),
  )
  for (const { conversation, reading, writing } of seconds.toSorted((a, b) =>
    a.conversation.localeCompare(b.conversation),
  )) {
    const talk = talks.get(conversation)
    if (talk) await spend(tx, { ...talk, id: newId(), teammateId: by, day: dayOf(at), reading, writing })
  }
}

/** `minutes` null: as it was measured. Throws CareMissing where it is not theirs. */
export async function correctCare(
  tx: Tx,
  id: Id,
  minutes: number | null,
  { by, at }: { by: Id; at: Date },
): Promise<void> {
  await putRight(tx, id, { by, seconds: minutes === null ? null : Math.round(minutes * 60) })
  await record(tx, [{ kind: 'care', by, at, detail: { is: minutes === null ? 'as measured' : 'put right', care: id } }])
}
