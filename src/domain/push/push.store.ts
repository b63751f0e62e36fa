/** Receivers of signed messages, with their sealed secrets, and what each was told. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Seal } from '../../lib/seal.ts'
import type { Teammate } from '../teammate/teammate.ts'
import type { Next } from './push.ts'

export class ReceiverMissing extends Error {
  override name = 'ReceiverMissing'
  constructor() {
    super('There is no receiver by that id.')
  }
}

export class PushMissing extends Error {
  override name = 'PushMissing'
  constructor() {
    super('There is no message by that id that was refused.')
  }
}

type Done = { by: Id; at: Date }
type NewReceiver = Done & { id: Id; name: string; url: string; secret: string }

export const addReceiver = (tx: Tx, { id, name, url, secret, by, at }: NewReceiver, seal: Seal): Promise<number> =>
  tx.run(sql`
    insert into receiver (id, workspace_id, name, url, sealed, made_at, made_by)
    values (${id}, ${tx.workspace}, ${name}, ${url}, ${seal.seal(secret)}, ${at}, ${by})`)

/** It is told nothing more, and its secret is gone. Throws ReceiverMissing. */
export async function removeReceiver(tx: Tx, id: Id): Promise<void> {
  const removed = await tx.run(
    sql`update receiver set sealed = null where workspace_id = ${tx.workspace} and id = ${id} and sealed is not null`,
  )
  if (removed === 0) throw new ReceiverMissing()
  tx.send(sql`
    update push set state = 'refused', why = 'The receiver was taken away.'
    where workspace_id = ${tx.workspace} and receiver_id = ${id} and state = 'queued'`)
}

export type Receiver = { id: Id; name: string; url: string; madeAt: Date; madeBy: Teammate }

/** Those that are told something, the oldest first. */
export const receivers = (tx: Tx): Promise<Receiver[]> =>
  tx.rows(sql`
    select r.id, r.name, r.url, r.made_at, json_build_object('id', t.id, 'name', t.name, 'role', t.role) as made_by
    from receiver r join teammate t on t.id = r.made_by
    where r.workspace_id = ${tx.workspace} and r.sealed is not null
    order by r.made_at, r.id`)

/** Throws ReceiverMissing. */
export async function push(
  tx: Tx,
  { id, receiver, question, by, at }: Done & { id: Id; receiver: Id; question: Id },
): Promise<void> {
  const queued = await tx.run(sql`
    insert into push (id, workspace_id, receiver_id, question_id, at, by, due_at)
    select ${id}, ${tx.workspace}, id, ${question}, ${at}, ${by}, ${at} from receiver
    where workspace_id = ${tx.workspace} and id = ${receiver} and sealed is not null`)
  if (queued === 0) throw new ReceiverMissing()
}

/** What was refused is tried anew, with all its tries. Throws PushMissing. */
export async function pushAgain(tx: Tx, id: Id, at: Date): Promise<void> {
  const again = await tx.run(sql`
    update push set state = 'queued', tries = 0, due_at = ${at}
    where workspace_id = ${tx.workspace} and id = ${id} and state = 'refused'
      and exists (select from receiver where id = push.receiver_id and sealed is not null)`)
  if (again === 0) throw new PushMissing()
}

export type Push = {
  id: Id
  receiver: { id: Id; name: string }
  question: { id: Id; name: string }
  at: Date
  by: Teammate
  state: 'queued' | 'sent' | 'refused'
  tries: number
  /** When it is tried next; null: never. */
  next: Date | null
  why: string | null
}

/** Of a question, or to a receiver; the newest first, at most `most`. */
export const pushes = (tx: Tx, of: { question: Id } | { receiver: Id }, most: number): Promise<Push[]> =>
  tx.rows(sql`
    select p.id, json_build_object('id', r.id, 'name', r.name) as receiver,
      json_build_object('id', q.id, 'name', coalesce(q.name, q.wording)) as question,
      p.at, json_build_object('id', t.id, 'name', t.name, 'role', t.role) as by, p.state, p.tries,
      case when p.state = 'queued' then p.due_at end as next, p.why
    from push p join receiver r on r.id = p.receiver_id join question q on q.id = p.question_id join teammate t on t.id = p.by
    where p.workspace_id = ${tx.workspace}
      and ${'question' in of ? sql`p.question_id in (select id from question where root = ${of.question})` : sql`p.receiver_id = ${of.receiver}`}
    order by p.at desc, p.id
    limit ${most}`)

export const due = (tx: Omit<Tx, 'workspace'>, now: Date, most: number): Promise<{ workspaceId: Id; pushId: Id }[]> =>
  tx.rows(sql`select workspace_id, push_id from pushes_due(${now}, ${most})`)

export type Leaving = { id: Id; url: string; secret: string; questionId: Id; tries: number }

/** Takes hold of a message until `leasedUntil`: who dies with it leaves it to another. Null: another was quicker. Throws SealBroken. */
export async function claim(tx: Tx, id: Id, now: Date, leasedUntil: Date, seal: Seal): Promise<Leaving | null> {
  const row = await tx.row<Omit<Leaving, 'secret'> & { sealed: Buffer }>(sql`
    update push p set tries = p.tries + 1, due_at = ${leasedUntil}
    from receiver r
    where p.workspace_id = ${tx.workspace} and p.id = ${id} and p.state = 'queued' and p.due_at <= ${now}
      and r.id = p.receiver_id and r.sealed is not null
    returning p.id, r.url, r.sealed, p.question_id, p.tries`)
  if (row === null) return null
  const { sealed, ...leaving } = row
  return { ...leaving, secret: seal.open(sealed) }
}

/** `tries` as they were claimed: who was overtaken settles nothing. */
export const settle = (tx: Tx, { id, tries }: Pick<Leaving, 'id' | 'tries'>, next: Next): Promise<number> =>
  tx.run(sql`
    update push set
      state = ${next.is === 'again' ? 'queued' : next.is},
      due_at = ${next.is === 'again' ? next.at : sql`due_at`},
      why = ${next.is === 'sent' ? null : next.why}
    where workspace_id = ${tx.workspace} and id = ${id} and state = 'queued' and tries = ${tries}`)
