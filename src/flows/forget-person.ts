/** Forgets a person: erases everything that is held of them, and keeps only what tells that they are not to be brought back. */
import type { Db, Tx } from '../db/db.ts'
import { holdFiling } from '../domain/conversation/conversation.filing.ts'
import * as erasing from '../domain/forgetting/erasing.store.ts'
import { forgottenAmong, keepForgotten, returned, takeOver } from '../domain/forgetting/forgotten.store.ts'
import type { ForgottenLine, Trace } from '../domain/forgetting/forgotten.ts'
import { record } from '../domain/happening/happening.store.ts'
import type { Heard } from '../domain/message/heard.ts'
import { keyOf } from '../domain/message/message.ts'
import { holdJoining, mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id } from '../lib/ids.ts'
import { ungroup } from './group.ts'
import { recountAndSettle } from './mend.ts'

/** Writes the lines where a restored backup does not reach. It is done before the erasing is committed. */
export type KeepAside = (lines: readonly ForgottenLine[]) => Promise<void>

export type Forgot = { is: 'forgotten' } | { is: 'us' }

/** With all their names. Throws PersonMissing. */
export async function forgetPerson(
  tx: Tx,
  { person, by, at }: { person: Id; by: Id; at: Date },
  keepAside: KeepAside,
): Promise<Forgot> {
  holdFiling(tx)
  holdJoining(tx)
  const people = await mustBeOneHuman(tx, person)
  if (await erasing.areUs(tx, people)) return { is: 'us' }
  await keepAside(await erase(tx, people, { by, at }))
  return { is: 'forgotten' }
}

/**
 * After a backup was restored: takes over what was kept aside, and forgets again whoever came back by it. Gives how many.
 * Where everything is known it costs one look a workspace.
 */
export async function forgetAgain(db: Db, lines: readonly ForgottenLine[], at: Date): Promise<number> {
  let count = 0
  for (const [workspace, theirs] of Map.groupBy(lines, (line) => line.workspace)) {
    count += await db.in(workspace, async (tx) => {
      if (!(await takeOver(tx, theirs))) return 0
      holdFiling(tx)
      holdJoining(tx)
      const people = await returned(tx)
      if (people.length > 0) await erase(tx, people, { by: null, at })
      return people.length
    })
  }
  return count
}

/** Without what somebody said before they were forgotten. What they say since is a stranger's, and is heard. */
export async function stillRemembered(tx: Tx, channel: string, heard: readonly Heard[]): Promise<readonly Heard[]> {
  const words = heard.flatMap((it) => (it.is === 'said' || it.is === 'edited' ? [it.message] : []))
  const names = new Map(words.map(({ author }) => [author.id, ['name', channel, author.id] as const]))
  const ids = new Map(words.map((said) => [said, ['message', channel, keyOf(said.source), keyOf(said.id)] as const]))
  const forgotten: ReadonlyMap<Trace, Date> =
    words.length === 0 ? new Map() : await forgottenAmong<Trace>(tx, [...names.values(), ...ids.values()])
  if (forgotten.size === 0) return heard
  const gone = new Set(
    words.filter((said) => {
      const since = forgotten.get(names.get(said.author.id) as Trace)
      return forgotten.has(ids.get(said) as Trace) || (since !== undefined && said.at <= since)
    }),
  )
  return heard.filter((it) => (it.is !== 'said' && it.is !== 'edited') || !gone.has(it.message))
}

async function erase(tx: Tx, people: readonly Id[], { by, at }: { by: Id | null; at: Date }): Promise<ForgottenLine[]> {
  const doomed = await erasing.doomed(tx, people)
  const lines = await keepForgotten(tx, await erasing.tracesOf(tx, people, doomed.messages), at)
  await ungroup(tx, await erasing.unaskAllOf(tx, people))
  const kept = await erasing.eraseWords(tx, people, doomed)
  await recountAndSettle(tx, kept, at)
  await erasing.eraseOrders(tx, people)
  await erasing.erasePeople(tx, people)
  await erasing.eraseAnswers(tx, [...people, ...doomed.conversations, ...doomed.messages, ...doomed.replies])
  await record(tx, [
    { kind: 'person', at, by, detail: { is: 'forgotten', conversations: doomed.conversations.slice(0, 200) } },
  ])
  return lines
}
