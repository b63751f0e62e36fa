/** Who might be the same human: found by what two names share, each by an index, at most 50 candidates. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { lexeme, quoted } from '../../listening/lexemes.ts'
import { type Evidence, evidenceBetween, type Named, scoreOf, suggestedFrom } from './evidence.ts'
import { mustBeOneHuman, refused } from './joining.store.ts'
import { keyOfHandle, saidToBe } from './said-so.ts'

export type Likely = {
  id: Id
  name: string
  handle: string | null
  avatar: string | null
  score: number
  evidence: Evidence[]
}

const mostCandidates = 50
const mostShown = 5

/** The likeliest first. Throws PersonMissing. Empty for staff, bots and feeds; nobody of whom a teammate said no. */
export async function likelySame(tx: Tx, person: Id): Promise<Likely[]> {
  const people = await mustBeOneHuman(tx, person)
  const own = (await namesOf(tx, people)).filter(({ kind }) => kind === 'human')
  if (own.length === 0) return []
  const candidates = await sharing(tx, own)
  const others = (await namesOf(tx, candidates)).filter(({ head, kind }) => kind === 'human' && !people.includes(head))
  const noes = await refused(
    tx,
    people,
    others.map(({ person }) => person),
  )
  const byHead = Map.groupBy(
    others.filter((it) => !noes.has(it.person)),
    ({ head }) => head,
  )
  return [...byHead]
    .map(([id, names]): Likely => {
      const [first] = names as [NamedPerson]
      const evidence = best(own, names)
      return {
        id,
        name: first.headName,
        handle: first.handle,
        avatar: first.avatar,
        score: scoreOf(evidence),
        evidence,
      }
    })
    .filter(({ score }) => score >= suggestedFrom)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
}

/** What speaks for these two people being one human, as they stand. */
export async function evidenceOf(tx: Tx, one: Id, other: Id): Promise<Evidence[]> {
  const names = async (id: Id) => namesOf(tx, await mustBeOneHuman(tx, id))
  return best(await names(one), await names(other))
}

/** The pair of names that says the most. */
function best(own: readonly Named[], others: readonly Named[]): Evidence[] {
  const pairs = own.flatMap((one) => others.map((other) => evidenceBetween(one, other)))
  return pairs.reduce((most, evidence) => (scoreOf(evidence) > scoreOf(most) ? evidence : most), [])
}

/** Counting ends here: what so many share is common. */
const mostCounted = 50

const mostOnOneChannel = (found: ReturnType<typeof sql>) => sql`(
  select coalesce(max(count), 0) from (
    select count(*) from (select s.channel from ${found} limit ${mostCounted}) shared group by channel) each)`

type NamedPerson = Named & { person: Id; head: Id; headName: string; kind: string; avatar: string | null }

/** Of each the newest messages with an @ are read for what they say of themselves. */
const mostMessages = 20

type Message = { text: string; conversation: Id; message: Id }

async function namesOf(tx: Tx, people: readonly Id[]): Promise<NamedPerson[]> {
  const rows = await tx.rows<Omit<NamedPerson, 'said'> & { messages: Message[] }>(sql`
    select p.id as person, h.id as head, h.name as head_name, h.kind, i.channel, i.name, i.handle, i.avatar, i.bio,
      i.handle_key, i.mail_key, i.link_key,
      coalesce((
        select json_agg(json_build_object('key', l.link_key, 'proven', l.proven, 'shared', (
          select count(*) from (
            select from identity_link s where s.workspace_id = l.workspace_id and s.link_key = l.link_key limit ${mostCounted}) s)))
        from identity_link l where l.identity_id = i.id), '[]') as links,
      coalesce((
        select json_agg(json_build_object('text', m.text, 'conversation', m.conversation_id, 'message', m.id))
        from (
          select id, conversation_id, left(text, 2000) as text from message
          where person_id = p.id and not us and deleted_at is null order by at desc limit ${mostMessages}) m
        where position('@' in m.text) > 0), '[]') as messages,
      ${mostOnOneChannel(sql`identity s where s.workspace_id = i.workspace_id and s.handle_key = i.handle_key`)} as handle_shared,
      (select count(*) from (
        select from identity s
        where s.workspace_id = i.workspace_id and s.handle_key >= numbered.from and s.handle_key < numbered.before limit ${mostCounted}) n) as handle_numbered,
      ${mostOnOneChannel(sql`person n join identity s on s.person_id = n.id where n.workspace_id = i.workspace_id and n.name_key = p.name_key`)} as name_shared
    from person p
    join identity i on i.person_id = p.id
    join person h on h.id = p.head_id
    -- Made apart from the question that they bound: a text put together is nothing that row-level security lets an index answer.
    cross join lateral (select i.handle_key || '0' as from, i.handle_key || ':' as before offset 0) numbered
    where p.workspace_id = ${tx.workspace} and p.id = any(${array(people, 'uuid')}) and not i.us
    order by i.channel, i.id`)
  return rows.map(({ messages, ...row }) => ({
    ...row,
    said: messages.flatMap(({ text, ...place }) => saidToBe(text).map((handle) => ({ handle, ...place }))),
  }))
}

/** People with a name that shares a key with one of these. */
async function sharing(tx: Tx, names: readonly Named[]): Promise<Id[]> {
  const keys = (of: (it: Named) => readonly (string | null)[]) =>
    array(
      [...new Set(names.flatMap(of))].filter((key) => key !== null),
      'text',
    )
  const links = keys(({ linkKey, links }) => [linkKey, ...links.map(({ key }) => key)])
  const domains = keys(({ handle }) => [handle?.toLowerCase() ?? null])
  const handles = keys(({ handleKey, linkKey, links, said }) => [
    handleKey,
    ...said.map(({ handle }) => keyOfHandle(handle)),
    ...[linkKey, ...links.map(({ key }) => key)].map((key) => key?.split('/')[0]?.replaceAll(/[^a-z0-9]/g, '') ?? null),
  ])
  const rows = await tx.rows<{ personId: Id }>(sql`
    select distinct person_id from (
      (select person_id from identity where workspace_id = ${tx.workspace} and mail_key = any(${keys(({ mailKey, said }) => [mailKey, ...said.map(({ handle }) => handle)])}) limit ${mostCandidates})
      union all
      (select person_id from identity where workspace_id = ${tx.workspace} and link_key = any(${links}) limit ${mostCandidates})
      union all
      (select i.person_id from identity_link l join identity i on i.id = l.identity_id
       where l.workspace_id = ${tx.workspace} and l.link_key = any(${links}) limit ${mostCandidates})
      union all
      (select person_id from identity where workspace_id = ${tx.workspace} and link_key = any(${domains}) limit ${mostCandidates})
      union all
      (select person_id from identity where workspace_id = ${tx.workspace} and handle_key = any(${handles}) limit ${mostCandidates})
      union all
      (select person_id from who_named(${naming(names)}::tsquery, ${mostCandidates}))
    ) found
    limit ${mostCandidates}`)
  return rows.map((row) => row.personId)
}

/** A `tsquery` for messages that name one of these handles; null: they have none. */
const naming = (names: readonly Named[]): string | null =>
  names
    .flatMap(({ handle }) => (handle ? [quoted(lexeme(`@${handle.toLowerCase().replace(/^@/, '')}`))] : []))
    .join(' | ') || null
