/** Traces of who was forgotten, as hashes: what is one of them, and what a file of them adds. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { type ForgottenLine, hashOf, type Trace } from './forgotten.ts'

/** Of these, what was forgotten, and when. Costs one look where nobody ever was. */
export async function forgottenAmong<T extends Trace>(tx: Tx, traces: readonly T[]): Promise<Map<T, Date>> {
  const held = await tx.row<{ key: Buffer }>(sql`
    select forgetting_key as key from workspace
    where id = ${tx.workspace} and exists (select from forgotten where workspace_id = ${tx.workspace})`)
  if (held === null) return new Map()
  const hashes = traces.map((trace) => hashOf(held.key, trace))
  const rows = await tx.rows<{ trace: string; at: Date }>(sql`
    select encode(trace, 'base64') as trace, at from forgotten
    where workspace_id = ${tx.workspace} and trace = any(array(select decode(h, 'base64') from unnest(${array(hashes, 'text')}) h))`)
  const known = new Map(rows.map(({ trace, at }) => [trace, at]))
  return new Map(
    traces.flatMap((trace, index) => {
      const at = known.get(hashes[index] as string)
      return at === undefined ? [] : [[trace, at] as const]
    }),
  )
}

/** Keeps their hashes; gives them as lines for the file. */
export async function keepForgotten(tx: Tx, traces: readonly Trace[], at: Date): Promise<ForgottenLine[]> {
  const row = await tx.row<{ key: Buffer }>(sql`select forgetting_key as key from workspace where id = ${tx.workspace}`)
  if (row === null) return []
  const common = { workspace: tx.workspace, key: row.key.toString('base64'), at: at.toISOString() }
  const lines = traces.map((trace) => ({ ...common, trace: hashOf(row.key, trace) }))
  await add(tx, lines)
  return lines
}

/** Takes over what a file says of this workspace. False: all of it was known, or there is no such workspace here. */
export async function takeOver(tx: Tx, lines: readonly ForgottenLine[]): Promise<boolean> {
  const there = await tx.row(sql`select from workspace where id = ${tx.workspace}`)
  if (there === null) return false
  const rows = await tx.rows<{ trace: string }>(
    sql`select encode(trace, 'base64') as trace from forgotten where workspace_id = ${tx.workspace}`,
  )
  const known = new Set(rows.map(({ trace }) => trace))
  const missing = lines.find(({ trace }) => !known.has(trace))
  if (missing === undefined) return false
  // A backup from before anybody was forgotten may come with another key: then none of the hashes would be known again.
  const key = Buffer.from(missing.key, 'base64')
  await tx.run(sql`update workspace set forgetting_key = ${key} where id = ${tx.workspace}`)
  await add(tx, lines)
  return true
}

/** Everybody here one of whose names was forgotten. Reads all names, so many at a time. */
export async function returned(tx: Tx, most = 10_000): Promise<Id[]> {
  const found = new Set<Id>()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const names = await tx.rows<{ id: Id; personId: Id; channel: string; externalId: string }>(sql`
      select id, person_id, channel, external_id from identity
      where workspace_id = ${tx.workspace} and id > ${after} and not us
      order by id limit ${most}`)
    const personOf = new Map(
      names.map(({ channel, externalId, personId }) => [['name', channel, externalId] as const, personId]),
    )
    for (const trace of (await forgottenAmong(tx, [...personOf.keys()])).keys()) found.add(personOf.get(trace) as Id)
    const last = names.at(-1)
    if (last === undefined || names.length < most) return [...found]
    after = last.id
  }
}

const add = (tx: Tx, lines: readonly ForgottenLine[]): Promise<number> =>
  tx.run(sql`
    insert into forgotten (workspace_id, trace, at)
    select ${tx.workspace}, decode(l.trace, 'base64'), max(l.at)
    from json_to_recordset(${JSON.stringify(lines)}::json) as l (trace text, at timestamptz)
    group by l.trace
    on conflict (workspace_id, trace) do update set at = greatest(forgotten.at, excluded.at)`)
