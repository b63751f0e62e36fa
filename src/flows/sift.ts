/** Of all that a network says, what may concern a room: asked before anything is filed, and without holding anybody up. */
import { type Db, sql, type Tx } from '../db/db.ts'
import { type Heard, inFull, type Overheard, type Passing, type Said } from '../domain/message/heard.ts'
import * as messages from '../domain/message/message.store.ts'
import { keyOf } from '../domain/message/message.ts'
import { knownAmong } from '../domain/person/person.store.ts'
import type { Id } from '../lib/ids.ts'
import { passedAmong } from './pass-on.ts'

export type Sifting = {
  workspace: Id
  room: { id: Id; channel: string }
  heard: readonly Overheard[]
  /** Which listeners want each of these messages, by their ids. */
  wanted: (messages: readonly (Said | Passing)[]) => readonly (readonly Id[])[]
  /** Whether the room may hold something by this id (`idsHeld`). What it surely doesn't is not asked for. */
  mayHold?: (id: string) => boolean
}

/** `unreadable`: so many would have been wanted, and made no sense. */
export type Sifted = { heard: readonly Heard[]; unreadable: number }

/**
 * Leaves out what surely concerns nobody: no channel says that it does, no listener wants it, and it is neither in a
 * thread that we hold nor by, or about, what we hold. What is left is judged anew when it is filed.
 */
export async function sift(db: Db, { workspace, room, heard, wanted, mayHold = () => true }: Sifting): Promise<Sifted> {
  const sure = surely(heard, wanted)
  const unsure = heard.filter((it) => !sure.has(it) && idsAsked(it).some(mayHold))
  const held = unsure.length === 0 ? nothing : await db.look(workspace, (tx) => heldOf(tx, room, unsure))
  const kept = [...sure, ...unsure.filter((it) => concerns(it, held))]
  const ours = continued(heard, kept)
  const sifted = heard.flatMap((it) => (ours.has(it) ? [inFull(it)] : []))
  return { heard: sifted.filter((it) => it !== null), unreadable: sifted.filter((it) => it === null).length }
}

/** What surely concerns the room: whatever its channel says does, and what a listener wants. */
function surely(heard: readonly Overheard[], wanted: Sifting['wanted']): ReadonlySet<Overheard> {
  const sure = new Set<Overheard>()
  const asked: { it: Overheard; message: Said | Passing }[] = []
  for (const it of heard) {
    if (it.is === 'deleted' || it.is === 'author') continue
    // A channel tells it of our own messages alone.
    if (it.is === 'passed-on') sure.add(it)
    else if (it.is !== 'passing' && (it.message.author.us || it.message.reasons.length > 0)) sure.add(it)
    else asked.push({ it, message: it.message })
  }
  const lists = wanted(asked.map(({ message }) => message))
  for (const [at, { it }] of asked.entries()) if ((lists[at] ?? []).length > 0) sure.add(it)
  return sure
}

type Held = { messages: ReadonlySet<string>; authors: ReadonlySet<string> }
const nothing: Held = { messages: new Set(), authors: new Set() }

async function heldOf(tx: Tx, room: Sifting['room'], unsure: readonly Overheard[]): Promise<Held> {
  const ids = [...new Set(unsure.flatMap(idsIn))]
  const authors = unsure.flatMap((it) => (it.is === 'author' ? [it.authorId] : []))
  const deleted = unsure.flatMap((it) => (it.is === 'deleted' ? idsIn(it) : []))
  const [stored, awaited, passed, known] = await Promise.all([
    messages.byExternalId(tx, room.id, ids),
    messages.waitingFor(tx, room.id, ids),
    passedAmong(tx, room.id, deleted),
    authors.length === 0 ? [] : knownAmong(tx, room.channel, authors),
  ])
  return {
    messages: new Set([...stored.map(({ externalId }) => externalId), ...awaited.keys(), ...passed]),
    authors: new Set(known),
  }
}

/** Every id by which `sift` finds something in the room, at most so many: of messages, of threads' beginnings, of people. */
export async function idsHeld(tx: Tx, room: Sifting['room'], most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select external_id as id from message where workspace_id = ${tx.workspace} and room_id = ${room.id}
    union all select thread_key from conversation where workspace_id = ${tx.workspace} and room_id = ${room.id}
    union all select external_id from passing_on where workspace_id = ${tx.workspace} and room_id = ${room.id}
    union all select external_id from identity where workspace_id = ${tx.workspace} and channel = ${room.channel}
    limit ${most}`)
  return rows.map(({ id }) => id)
}

const concerns = (it: Overheard, held: Held): boolean =>
  it.is === 'author' ? held.authors.has(it.authorId) : idsIn(it).some((id) => held.messages.has(id))

/** What is asked for to know whether it concerns the room. */
const idsAsked = (it: Overheard): string[] => (it.is === 'author' ? [it.authorId] : idsIn(it))

/** Its own id, and that of what it replies to. */
function idsIn(it: Overheard): string[] {
  if (it.is === 'author' || it.is === 'passed-on') return []
  if (it.is === 'deleted') return [keyOf(it.id)]
  const { id, inReplyTo } = it.message
  return inReplyTo === null ? [keyOf(id)] : [keyOf(id), keyOf(inReplyTo)]
}

/** With the replies to what is kept that came along with it, replies to those, and what any of them replies to. */
function continued(heard: readonly Overheard[], kept: readonly Overheard[]): ReadonlySet<Overheard> {
  const all = new Set(kept)
  const threads = new Set(kept.flatMap(idsIn))
  for (let grew = threads.size > 0 && all.size < heard.length; grew; ) {
    grew = false
    for (const it of heard) {
      if (all.has(it) || !idsIn(it).some((id) => threads.has(id))) continue
      all.add(it)
      for (const id of idsIn(it)) threads.add(id)
      grew = true
    }
  }
  return all
}
