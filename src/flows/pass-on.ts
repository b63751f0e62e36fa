/** Writes down who passed a message on: reposted it, quoted it, or linked to one of ours from any room. */
import { array, sql, type Tx } from '../db/db.ts'
import { insert } from '../db/insert.ts'
import { rowset } from '../db/rowset.ts'
import type { Heard, Said } from '../domain/message/heard.ts'
import { keyOf, saidAt } from '../domain/message/message.ts'
import { meet } from '../domain/person/person.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

type Around = { room: { id: Id; channel: string }; at: Date }
type Placed = { id: Id; personId: Id; externalId: string; said: Said }

/** Quotes and links in what was just filed. Nobody waits for it. */
export function followPassing(tx: Tx, { room, at }: Around, placed: readonly Placed[]): void {
  const theirs = placed.filter(({ said }) => !said.author.us)
  const ofMessage = (it: Placed) => ({
    source: keyOf(it.said.source),
    external_id: it.externalId,
    person_id: it.personId,
    message_id: it.id,
    at: saidAt(it.said, at),
  })
  const quotes = theirs.flatMap((it) =>
    it.said.quotes === null
      ? []
      : [
          {
            ...ofMessage(it),
            workspace_id: tx.workspace,
            room_id: room.id,
            target: keyOf(it.said.quotes),
            kind: 'quote',
          },
        ],
  )
  insert(tx, 'passing_on', columns, quotes)
  const links = theirs.flatMap((it) => [...new Set(it.said.links)].map((url) => ({ ...ofMessage(it), url })))
  if (links.length === 0) return
  const shape = {
    source: 'text',
    external_id: 'text',
    person_id: 'uuid',
    message_id: 'uuid',
    at: 'timestamptz',
    url: 'text',
  } as const
  tx.send(sql`
    insert into passing_on (workspace_id, room_id, target, kind, source, external_id, person_id, message_id, at)
    select m.workspace_id, m.room_id, m.external_id, 'link', it.source, it.external_id, it.person_id, it.message_id, it.at
    from ${rowset('it', shape, links)}
    join message m on m.workspace_id = ${tx.workspace} and m.us and m.url is not null and md5(m.url) = md5(it.url) and m.url = it.url
    on conflict do nothing`)
}

/** Reposts: acts without words. */
export async function filePassing(tx: Tx, { room, at }: Around, heard: readonly Heard[], newId: NewId): Promise<void> {
  const passed = heard.filter((it) => it.is === 'passed-on')
  if (passed.length === 0) return
  const people = await meet(
    tx,
    room.channel,
    passed.map(({ author }) => author),
    at,
    newId,
  )
  const rows = passed.map((it) => ({
    source: keyOf(it.source),
    external_id: keyOf(it.id),
    target: keyOf(it.target),
    person_id: people.get(it.author.id)?.personId as Id,
    at: saidAt(it, at),
  }))
  const shape = { source: 'text', external_id: 'text', target: 'text', person_id: 'uuid', at: 'timestamptz' } as const
  tx.send(sql`
    insert into passing_on (workspace_id, room_id, target, kind, source, external_id, person_id, at)
    select ${tx.workspace}, ${room.id}, target, 'repost', source, external_id, person_id, at from ${rowset('it', shape, rows)}
    on conflict do nothing`)
}

/** Which of these ids are of reposts that we hold. */
export const passedAmong = async (tx: Tx, roomId: Id, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await tx.rows<{ externalId: string }>(sql`
          select external_id from passing_on
          where workspace_id = ${tx.workspace} and room_id = ${roomId} and external_id = any(${array(ids, 'text')}) and message_id is null`)
      ).map(({ externalId }) => externalId)

/** Reposts that were taken back by who made them. A quote or a link goes with its message. */
export function takePassingBack(tx: Tx, roomId: Id, gone: readonly { source: string; id: string }[]): void {
  if (gone.length === 0) return
  const rows = gone.map(({ source, id }) => ({ source: keyOf(source), external_id: keyOf(id) }))
  tx.send(sql`
    delete from passing_on p using ${rowset('gone', { source: 'text', external_id: 'text' }, rows)}
    where p.workspace_id = ${tx.workspace} and p.room_id = ${roomId} and p.external_id = gone.external_id and p.source = gone.source
      and p.message_id is null`)
}

const columns = {
  workspace_id: 'uuid',
  room_id: 'uuid',
  target: 'text',
  kind: 'text',
  source: 'text',
  external_id: 'text',
  person_id: 'uuid',
  message_id: 'uuid',
  at: 'timestamptz',
} as const
