/** The pretend town: fills an empty workspace with people who talk, and takes all of them away again, and nothing else. */

import { places, residents, settingsFor } from '../channels/town/town.ts'
import { array, type Db, sql, type Tx } from '../db/db.ts'
import { holdFiling } from '../domain/conversation/conversation.filing.ts'
import { record } from '../domain/happening/happening.store.ts'
import { joinsAmong, saveHeads } from '../domain/person/joining.store.ts'
import { add } from '../domain/room/room.store.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { withoutQuestions } from './leave-rooms.ts'
import { play } from './town/play.ts'
import { remember, type Townspeople } from './town/remember.ts'
import { spot } from './woo.ts'

export type Building = {
  workspace: Id
  /** Who asked for it, and speaks for the bakery there. */
  teammate: Id
  /** Everything is dated back from here. */
  at: Date
  /** A colleague who says Ana's part; else `teammate` says it too. Never somebody who did not ask for it. */
  ana?: Id
}

export type Built =
  | { is: 'built'; rooms: number; conversations: number; messages: number }
  | { is: 'refused'; why: string }

/**
 * In one transaction: a town that failed half way is not there. It stands alone: a workspace with rooms of its own is
 * refused, so that nobody ever takes a made-up person for a customer.
 */
export function buildTown(db: Db, { workspace, teammate, at, ana = teammate }: Building, newId: NewId): Promise<Built> {
  return db.in(workspace, async (tx) => {
    holdFiling(tx)
    const why = await refusal(tx)
    if (why !== null) return { is: 'refused', why }
    const rooms = { square: newId(), comments: newId(), 'guest-book': newId() }
    const moment = { at: new Date(at.getTime() - MONTH_MS), by: teammate }
    for (const [name, id] of Object.entries(rooms)) await addRoom(tx, name as keyof typeof places, id, moment)
    await play(db, tx, { rooms, colleagues: { kit: teammate, ana }, at }, newId)
    await remember(tx, { colleagues: { kit: teammate, ana }, at, ...townspeople }, newId)
    await spot(tx, at, newId)
    await record(
      tx,
      Object.values(rooms).map((roomId) => ({ kind: 'room', at, by: teammate, roomId, detail: { is: 'added' } })),
    )
    return { is: 'built', ...(await count(tx)) }
  })
}

export const townStands = async (tx: Tx): Promise<boolean> =>
  (await tx.row(sql`select from room where workspace_id = ${tx.workspace} and demo limit 1`)) !== null

/** Gives how many rooms went. `told`: who did it and when, so that open screens hear of it. */
export function removeTown(db: Db, workspace: Id, told: { by: Id; at: Date } | null = null): Promise<number> {
  return db.in(workspace, async (tx) => {
    // What is being heard there is filed first, and nothing after it: its room is gone then.
    holdFiling(tx)
    const townspeople = await peopleOfTown(tx)
    const rooms = await tx.rows<{ id: Id }>(sql`select id from room where workspace_id = ${tx.workspace} and demo`)
    const ids = rooms.map(({ id }) => id)
    await withoutQuestions(tx, ids, { all: true }, async () => {
      await tx.run(sql`delete from room where workspace_id = ${tx.workspace} and demo`)
    })
    await tx.run(sql`delete from listener where workspace_id = ${tx.workspace} and demo`)
    await forgetLessons(tx)
    await forget(tx, townspeople)
    if (told && rooms.length > 0)
      await record(tx, [{ kind: 'room', ...told, detail: { is: 'left', name: 'The pretend town' } }])
    return rooms.length
  })
}

/** What was learned from pretend people alone, and what was done with their questions. */
async function forgetLessons(tx: Tx): Promise<void> {
  await tx.run(sql`
    delete from learned l where l.workspace_id = ${tx.workspace} and not exists (select from correction c where c.workspace_id = l.workspace_id)`)
  await tx.run(sql`
    delete from happening h
    where h.workspace_id = ${tx.workspace} and h.kind = 'question' and h.room_id is null
      and not exists (select from question q where q.id::text = h.detail ->> 'question')`)
}

const townspeople: Townspeople = {
  handleOf: (who) => residents.get(who)?.handle ?? who,
  channels: { square: places.square.channel, blog: places.comments.channel },
}

const MONTH_MS = 30 * 24 * 3_600_000

async function refusal(tx: Tx): Promise<string | null> {
  if (await townStands(tx)) return 'The pretend town is here already. Remove it first to have a fresh one.'
  const real = await tx.row(sql`select from room where workspace_id = ${tx.workspace} limit 1`)
  if (real)
    return 'This workspace has rooms of its own, and the pretend town never stands beside real people. Make it in an empty workspace.'
  return null
}

// A town has no secrets, so that any seal will do.
const noSecrets = sealWith('')

async function addRoom(tx: Tx, name: keyof typeof places, id: Id, { at, by }: { at: Date; by: Id }): Promise<void> {
  await add(
    tx,
    { ...places[name], id, settings: settingsFor(tx.workspace), secret: null, demo: true, at, by },
    noSecrets,
  )
}

const count = async (tx: Tx): Promise<{ rooms: number; conversations: number; messages: number }> =>
  (await tx.row<{ rooms: number; conversations: number; messages: number }>(sql`
    select (select count(*) from room where demo) as rooms, count(*) as conversations, coalesce(sum(messages), 0) as messages
    from conversation where workspace_id = ${tx.workspace}`)) ?? { rooms: 0, conversations: 0, messages: 0 }

const channels = [...new Set(Object.values(places).map(({ channel }) => channel))]

const peopleOfTown = async (tx: Tx): Promise<Id[]> =>
  (
    await tx.rows<{ personId: Id }>(sql`
      select person_id from identity where workspace_id = ${tx.workspace} and channel = any(${array(channels, 'text')})`)
  ).map(({ personId }) => personId)

/** Nobody is one human with somebody of the town any more. */
async function takeTownApart(tx: Tx, townspeople: readonly Id[]): Promise<void> {
  const all = array(townspeople, 'uuid')
  const linked = await tx.rows<{ id: Id }>(sql`
    select id from person
    where workspace_id = ${tx.workspace} and (id = any(${all}) or joined_to = any(${all})
      or joined_to = any(select joined_to from person where id = any(${all})) or id = any(select joined_to from person where id = any(${all})))`)
  await tx.run(sql`
    delete from person_join where workspace_id = ${tx.workspace} and (absorbed_id = any(${all}) or kept_id = any(${all}))`)
  const ids = linked.map(({ id }) => id)
  await saveHeads(tx, ids, await joinsAmong(tx, ids))
}

/** Their names in the town go; they themselves too, unless somebody made them one with a person who is known elsewhere. */
async function forget(tx: Tx, townspeople: readonly Id[]): Promise<void> {
  await takeTownApart(tx, townspeople)
  await tx.run(sql`
    delete from identity i
    where i.workspace_id = ${tx.workspace} and i.channel = any(${array(channels, 'text')})
      and not exists (select from message m where m.identity_id = i.id)`)
  await tx.run(sql`
    delete from person p
    where p.workspace_id = ${tx.workspace} and p.id = any(${array(townspeople, 'uuid')})
      and not exists (select from identity i where i.person_id = p.id)
      and not exists (select from message m where m.person_id = p.id)
      and not exists (select from conversation c where c.person_id = p.id)`)
}
