/** People and their names on the channels. One identity makes one person, until somebody knows better. */
import { array, sql, type Tx } from '../../db/db.ts'
import { insert } from '../../db/insert.ts'
import { type RowOf, rowset } from '../../db/rowset.ts'
import type { Id, NewId } from '../../lib/ids.ts'
import { pageKey } from '../../lib/rel-me.ts'
import { storable } from '../../lib/storable.ts'
import type { Author } from '../message/heard.ts'

export type Known = { identityId: Id; personId: Id }

/**
 * The identities of authors on a channel, by their ids there: met before, or met now. A new name or handle replaces the
 * old one; one that the channel did not tell leaves it. The caller holds the workspace's filing lock.
 */
export async function meet(
  tx: Tx,
  channel: string,
  authors: readonly Author[],
  at: Date,
  newId: NewId,
): Promise<Map<string, Known>> {
  const byId = new Map(authors.map((author) => [author.id, author]))
  const met = await tx.rows<Identity>(sql`
    select id as identity_id, person_id, external_id, handle, name, avatar, url
    from identity
    where workspace_id = ${tx.workspace} and channel = ${channel} and external_id = any(${array([...byId.keys()], 'text')})`)
  const known = new Map<string, Known>(
    met.map(({ externalId, identityId, personId }) => [externalId, { identityId, personId }]),
  )

  const strangers = [...byId.values()].filter((author) => !known.has(author.id))
  const people: RowOf<typeof personColumns>[] = []
  const identities: RowOf<typeof identityColumns>[] = []
  for (const author of strangers) {
    const person = { identityId: newId(), personId: newId() }
    known.set(author.id, person)
    people.push({ id: person.personId, workspace_id: tx.workspace, name: nameOf(author), met_at: at })
    identities.push({
      id: person.identityId,
      workspace_id: tx.workspace,
      person_id: person.personId,
      channel,
      external_id: author.id,
      us: author.us,
      ...profile(author),
    })
  }
  insert(tx, 'person', personColumns, people)
  insert(tx, 'identity', identityColumns, identities)
  rename(tx, met, byId)
  learn(tx, [...byId.values()], known)
  return known
}

const personColumns = { id: 'uuid', workspace_id: 'uuid', name: 'text', met_at: 'timestamptz' } as const
const identityColumns = {
  id: 'uuid',
  workspace_id: 'uuid',
  person_id: 'uuid',
  channel: 'text',
  external_id: 'text',
  us: 'boolean',
  handle: 'text',
  name: 'text',
  avatar: 'text',
  url: 'text',
} as const

/** Ids of authors in these conversations of whom the channel has told no handle and no name. */
export async function nameless(tx: Tx, channel: string, conversationIds: readonly Id[]): Promise<string[]> {
  const rows = await tx.rows<{ externalId: string }>(sql`
    select distinct i.external_id
    from message m join identity i on i.id = m.identity_id
    where m.workspace_id = ${tx.workspace} and m.conversation_id = any(${array(conversationIds, 'uuid')})
      and i.channel = ${channel} and i.handle is null and i.name is null
    limit 25`)
  return rows.map((row) => row.externalId)
}

/** What to call somebody: their name, else their handle, else what the channel knows them by. */
export const nameOf = ({ name, handle, id }: Pick<Author, 'name' | 'handle' | 'id'>): string =>
  storable(name?.trim() || handle?.trim() || id).slice(0, 300)

type Identity = Known & {
  externalId: string
  handle: string | null
  name: string | null
  avatar: string | null
  url: string | null
}
type Profile = Pick<Identity, 'handle' | 'name' | 'avatar' | 'url'>

const profile = ({ handle, name, avatar, url }: Profile): Profile => ({
  handle: handle && storable(handle),
  name: name && storable(name),
  avatar: avatar && storable(avatar),
  url: url && storable(url),
})

/** What profiles say of their people, for finding out who is one human. A statement for all of them: many are met at once. */
function learn(tx: Tx, authors: readonly Author[], known: ReadonlyMap<string, Known>): void {
  const told = new Map(
    authors.flatMap(({ id, about }) => {
      const identity = known.get(id)?.identityId
      return about && identity ? [[identity, about] as const] : []
    }),
  )
  if (told.size === 0) return
  const bios = [...told].map(([id, { bio }]) => ({ id, bio: bio && storable(bio).slice(0, MOST_BIO) }))
  const links = [...told].flatMap(([id, { links }]) =>
    [...linksByPage(links)].map(([key, { url, proven }]) => ({ id, key, url, proven })),
  )
  tx.send(sql`
    update identity i set bio = t.bio from ${rowset('t', { id: 'uuid', bio: 'text' }, bios)}
    where i.workspace_id = ${tx.workspace} and i.id = t.id and i.bio is distinct from t.bio`)
  tx.send(sql`
    delete from identity_link l
    where l.workspace_id = ${tx.workspace} and l.identity_id = any(${array([...told.keys()], 'uuid')})
      and not exists (
        select from ${rowset('t', { id: 'uuid', key: 'text' }, links)} where t.id = l.identity_id and t.key = l.link_key)`)
  if (links.length === 0) return
  // What was proven by a look of ours stays so while their profile names it.
  tx.send(sql`
    insert into identity_link (workspace_id, identity_id, link_key, url, proven)
    select ${tx.workspace}::uuid, t.id, t.key, t.url, t.proven
    from ${rowset('t', { id: 'uuid', key: 'text', url: 'text', proven: 'boolean' }, links)}
    on conflict (identity_id, link_key) do update
    set url = excluded.url, proven = excluded.proven or (identity_link.proven and identity_link.looked_at is not null)`)
}

const MOST_BIO = 2_000
const MOST_LINKS = 20

const linksByPage = (links: NonNullable<Author['about']>['links']) =>
  new Map(links.slice(0, MOST_LINKS).map(({ url, proven }) => [pageKey(storable(url)), { url: storable(url), proven }]))

function rename(tx: Tx, met: readonly Identity[], told: ReadonlyMap<string, Author>): void {
  const changed = met.flatMap((was) => {
    const author = told.get(was.externalId)
    if (!author) return []
    const now = profile(author)
    const differs = (['handle', 'name', 'avatar', 'url'] as const).some(
      (field) => now[field] !== null && now[field] !== was[field],
    )
    return differs
      ? [{ id: was.identityId, ...now, called: nameOf(author), was: nameOf({ ...was, id: was.externalId }) }]
      : []
  })
  if (changed.length === 0) return
  tx.send(sql`
    with told as (
      select * from json_to_recordset(${JSON.stringify(changed)}::json)
        as t (id uuid, handle text, name text, avatar text, url text, called text, was text)
    ), renamed as (
      update identity i
      set handle = coalesce(t.handle, i.handle), name = coalesce(t.name, i.name), avatar = coalesce(t.avatar, i.avatar), url = coalesce(t.url, i.url)
      from told t where i.id = t.id
      returning i.person_id, t.called, t.was
    )
    update person p set name = r.called from renamed r where p.id = r.person_id and p.name = r.was`)
}

/** Those of a channel's authors whom we know. */
export async function knownAmong(tx: Tx, channel: string, externalIds: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ externalId: string }>(sql`
    select external_id from identity
    where workspace_id = ${tx.workspace} and channel = ${channel} and external_id = any(${array(externalIds, 'text')})`)
  return rows.map(({ externalId }) => externalId)
}

/** Somebody left the channel for a while, or came back: what they said is hidden meanwhile. */
export const hide = (tx: Tx, channel: string, externalId: string, at: Date | null): Promise<number> =>
  tx.run(sql`
    update identity set hidden_at = ${at}
    where workspace_id = ${tx.workspace} and channel = ${channel} and external_id = ${externalId}`)
