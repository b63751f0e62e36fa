/** Objectives as they lie in the database, the numbers that were told of them, and what serves which. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import { record } from '../happening/happening.store.ts'
import type { Change, Objective } from './objective.ts'

export class ObjectiveMissing extends Error {
  override name = 'ObjectiveMissing'
  constructor() {
    super('There is no objective here by that id.')
  }
}

type Done = { by: Id; at: Date }
export type Changed = { is: 'kept' } | Extract<Change, { is: 'refused' }>

/** Keeps a new objective, as the rule made it. */
export async function keepNew(tx: Tx, made: Change, done: Done): Promise<Changed> {
  if (made.is === 'refused') return made
  const { id, result, kind, measure, baseline, target, due, unitValue, ownerId, createdAt } = made.next
  await tx.run(sql`
    insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, unit_value_cents, currency, owner_id, created_at)
    values (${id}, ${tx.workspace}, ${storable(result)}, ${kind}, ${measure}, ${baseline}, ${target}, ${due},
      ${unitValue?.cents ?? null}, ${unitValue?.currency ?? null}, ${ownerId}, ${createdAt})`)
  await tell(tx, made.happened, done)
  return { is: 'kept' }
}

/** Locks it, asks the rule, saves and records. Throws ObjectiveMissing. */
export async function change(tx: Tx, id: Id, done: Done, decide: (now: Objective) => Change): Promise<Changed> {
  const now = await tx.row<Objective>(sql`
    select ${columns} from objective where workspace_id = ${tx.workspace} and id = ${id} for update`)
  if (now === null) throw new ObjectiveMissing()
  const decided = decide(now)
  if (decided.is === 'refused') return decided
  if (decided.next !== now) await save(tx, decided.next)
  await tell(tx, decided.happened, done)
  return { is: 'kept' }
}

/** Numbers come back as text, so that none is rounded; a double is what we count with. */
export const columns = sql`
  id, result, kind, measure, baseline::float8, target::float8, due::text, owner_id, created_at,
  case when unit_value_cents is not null then json_build_object('cents', unit_value_cents, 'currency', currency) end as unit_value,
  case when let_go_at is not null then json_build_object('by', let_go_by, 'at', let_go_at) end as let_go`

const save = (tx: Tx, { id, result, kind, baseline, target, due, unitValue, ownerId, letGo }: Objective) =>
  tx.run(sql`
    update objective
    set result = ${storable(result)}, kind = ${kind}, baseline = ${baseline}, target = ${target}, due = ${due},
      unit_value_cents = ${unitValue?.cents ?? null}, currency = ${unitValue?.currency ?? null}, owner_id = ${ownerId},
      let_go_at = ${letGo?.at ?? null}, let_go_by = ${letGo?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)

const tell = (tx: Tx, happened: readonly Record<string, unknown>[], { by, at }: Done) =>
  record(
    tx,
    happened.map((detail) => ({ kind: 'objective', at, by, detail })),
  )

/** Writes down the number that an objective stands at; of two at one moment the later holds. */
export async function tellNumber(tx: Tx, objective: Id, number: number, { by, at }: Done): Promise<void> {
  await tx.run(sql`
    insert into told_number (workspace_id, objective_id, at, number, by)
    values (${tx.workspace}, ${objective}, ${at}, ${number}, ${by})
    on conflict (objective_id, at) do update set number = excluded.number, by = excluded.by`)
  await tell(tx, [{ is: 'told', objective }], { by, at })
}

/** Takes the last number back that was told; false: there is none. */
export async function takeNumberBack(tx: Tx, objective: Id, done: Done): Promise<boolean> {
  const gone = await tx.run(sql`
    delete from told_number
    where workspace_id = ${tx.workspace} and objective_id = ${objective}
      and at = (select max(at) from told_number where objective_id = ${objective})`)
  if (gone > 0) await tell(tx, [{ is: 'number taken back', objective }], done)
  return gone > 0
}

/** What of the desk can serve an objective. */
export const servants = ['room', 'listener', 'question'] as const
export type Servant = (typeof servants)[number]

/** `objective` null: it serves none. A brief that serves one is not let go. Gives how many there were by that id: 0 or 1. */
export async function serve(tx: Tx, what: Servant, id: Id, objective: Id | null, done: Done): Promise<number> {
  const taken = what === 'question' ? sql`, brief_let_go_at = null, brief_let_go_by = null` : sql``
  const tied = await tx.run(sql`
    update ${sql.raw(what)} set objective_id = ${objective} ${objective === null ? sql`` : taken}
    where workspace_id = ${tx.workspace} and id = ${id}`)
  if (tied > 0) await tell(tx, [{ is: objective === null ? 'untied' : 'tied', objective, what, id }], done)
  return tied
}

/** The answer to a question is written for no objective, on purpose; `done` false takes that back. */
export async function letBriefGo(tx: Tx, question: Id, gone: boolean, done: Done): Promise<number> {
  const changed = await tx.run(sql`
    update question
    set brief_let_go_at = ${gone ? done.at : null}, brief_let_go_by = ${gone ? done.by : null},
      objective_id = case when ${gone} then null else objective_id end
    where workspace_id = ${tx.workspace} and id = ${question}`)
  if (changed > 0)
    await tell(tx, [{ is: gone ? 'brief let go' : 'brief taken up', what: 'question', id: question }], done)
  return changed
}
