/** Joins between people, and the no of a teammate that is remembered. Whoever changes them holds the workspace's joining lock. */
import { array, json, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Evidence } from './evidence.ts'
import { type Edge, headOf, type Joins, type Linkable } from './joining.ts'

export class PersonMissing extends Error {
  override name = 'PersonMissing'
  constructor() {
    super('There is nobody here by that id.')
  }
}

/** Two who join the same people wait for each other; it is let go at the commit. */
export const holdJoining = (tx: Tx): void =>
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 2))`)

/** Everyone who is one human with this person: whose name stands first. Empty: there is nobody by that id. */
export async function oneHuman(tx: Tx, id: Id): Promise<Id[]> {
  const rows = await tx.rows<{ id: Id }>(sql`
    select named.id
    from person p join person named on named.head_id = p.head_id
    where p.workspace_id = ${tx.workspace} and p.id = ${id}
    order by named.id <> p.head_id`)
  return rows.map((row) => row.id)
}

/** The same, where there has to be somebody. Throws PersonMissing. */
export async function mustBeOneHuman(tx: Tx, id: Id): Promise<[Id, ...Id[]]> {
  const [head, ...others] = await oneHuman(tx, id)
  if (head === undefined) throw new PersonMissing()
  return [head, ...others]
}

/** The joins that stand among these people. */
export async function joinsAmong(tx: Tx, people: readonly Id[]): Promise<Joins> {
  const rows = await tx.rows<{ absorbedId: Id; keptId: Id }>(sql`
    select absorbed_id, kept_id from person_join
    where workspace_id = ${tx.workspace} and absorbed_id = any(${array(people, 'uuid')}) and apart_at is null`)
  return new Map(rows.map(({ absorbedId, keptId }) => [absorbedId, keptId]))
}

export async function saveJoin(
  tx: Tx,
  edge: Edge,
  it: { id: Id; by: Id | null; at: Date; evidence: readonly Evidence[] },
): Promise<void> {
  await tx.run(sql`
    insert into person_join (id, workspace_id, kept_id, absorbed_id, at, by, evidence)
    values (${it.id}, ${tx.workspace}, ${edge.kept}, ${edge.absorbed}, ${it.at}, ${it.by}, ${json(it.evidence)})`)
}

export type StandingJoin = { id: Id; keptId: Id; absorbedId: Id }

/** Null: there is no such join, or it was taken apart. */
export const standingJoin = (tx: Tx, id: Id): Promise<StandingJoin | null> =>
  tx.row(sql`
    select id, kept_id, absorbed_id from person_join
    where workspace_id = ${tx.workspace} and id = ${id} and apart_at is null`)

/** The joins in which a person stands on either side. */
export const joinsOf = (tx: Tx, person: Id): Promise<StandingJoin[]> =>
  tx.rows(sql`
    select id, kept_id, absorbed_id from person_join
    where workspace_id = ${tx.workspace} and (absorbed_id = ${person} or kept_id = ${person}) and apart_at is null`)

export const saveApart = (tx: Tx, id: Id, { by, at }: { by: Id | null; at: Date }): Promise<number> =>
  tx.run(
    sql`update person_join set apart_at = ${at}, apart_by = ${by} where workspace_id = ${tx.workspace} and id = ${id}`,
  )

/** Writes down for each of `people` with whom they are read, as the joins say. */
export async function saveHeads(tx: Tx, people: readonly Id[], joins: Joins): Promise<void> {
  const heads = people.map((id) => headOf(joins, id))
  await tx.run(sql`
    update person p set joined_to = nullif(h.head, p.id)
    from unnest(${array(people, 'uuid')}, ${array(heads, 'uuid')}) as h (id, head)
    where p.workspace_id = ${tx.workspace} and p.id = h.id and p.joined_to is distinct from nullif(h.head, p.id)`)
}

/** Of these people, those whose page somebody else's profile names, proven to be named back, and who are not one with them yet. */
export async function provenPages(tx: Tx, people: readonly Id[]): Promise<Id[]> {
  const rows = await tx.rows<{ id: Id }>(sql`
    select distinct p.id
    from person p
    join identity named on named.person_id = p.id
    join identity_link l on l.workspace_id = named.workspace_id and l.link_key = named.link_key and l.proven
    join identity naming on naming.id = l.identity_id
    join person other on other.id = naming.person_id
    where p.workspace_id = ${tx.workspace} and p.id = any(${array(people, 'uuid')}) and other.head_id <> p.head_id`)
  return rows.map((row) => row.id)
}

/** Their names on the channels, as far as the channels' rules on linking go. */
export const linkables = (tx: Tx, people: readonly Id[]): Promise<Linkable[]> =>
  tx.rows(sql`
    select channel, handle, link_consent is not null as consents from identity
    where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')})`)

/** Between each of the one and each of the other. */
export async function sayNo(
  tx: Tx,
  one: readonly Id[],
  other: readonly Id[],
  { by, at }: { by: Id; at: Date },
): Promise<void> {
  await tx.run(sql`
    insert into not_the_same (workspace_id, one_id, other_id, at, by)
    select ${tx.workspace}, least(a, b), greatest(a, b), ${at}, ${by}
    from unnest(${array(one, 'uuid')}) a, unnest(${array(other, 'uuid')}) b
    on conflict do nothing`)
}

/** A yes takes the no back. */
export async function forgetNo(tx: Tx, one: readonly Id[], other: readonly Id[]): Promise<void> {
  const [ones, others] = [array(one, 'uuid'), array(other, 'uuid')]
  await tx.run(sql`
    delete from not_the_same
    where workspace_id = ${tx.workspace}
      and ((one_id = any(${ones}) and other_id = any(${others})) or (one_id = any(${others}) and other_id = any(${ones})))`)
}

/** Of `others`, those of whom somebody said that they are not one of `people`. */
export async function refused(tx: Tx, people: readonly Id[], others: readonly Id[]): Promise<Set<Id>> {
  const [ones, twos] = [array(people, 'uuid'), array(others, 'uuid')]
  const rows = await tx.rows<{ id: Id }>(sql`
    select other_id as id from not_the_same where workspace_id = ${tx.workspace} and one_id = any(${ones}) and other_id = any(${twos})
    union
    select one_id from not_the_same where workspace_id = ${tx.workspace} and other_id = any(${ones}) and one_id = any(${twos})`)
  return new Set(rows.map((row) => row.id))
}

/** Null takes it back. Gives the person whose name it is; null: there is no such identity. */
export const setConsent = (
  tx: Tx,
  identity: Id,
  consent: { by: Id; at: Date; how: string } | null,
): Promise<{ personId: Id; channel: string } | null> =>
  tx.row(sql`
    update identity set link_consent = ${consent === null ? null : JSON.stringify(consent)}::jsonb
    where workspace_id = ${tx.workspace} and id = ${identity}
    returning person_id, channel`)

export type PersonKind = 'human' | 'staff' | 'bot' | 'feed'

export const setKind = (tx: Tx, person: Id, kind: PersonKind): Promise<number> =>
  tx.run(sql`update person set kind = ${kind} where workspace_id = ${tx.workspace} and id = ${person}`)
