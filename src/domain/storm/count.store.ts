/** The counts by which storms are found: written as messages are filed, read once a minute. */
import { array, sql, type Tx } from '../../db/db.ts'
import { rowset } from '../../db/rowset.ts'
import type { Id } from '../../lib/ids.ts'
import { pastHours, rules, slotMinutes, windowMinutes } from './storm.ts'

export type Heard = { at: Date; abouts: readonly string[]; unhappy: boolean }

const [minute, hour] = [60_000, 3_600_000]
const lengths = [slotMinutes, 60] as const

/** Adds to two counts for each thing that a message is about: one statement, however many messages. */
export function count(tx: Tx, heard: readonly Heard[]): void {
  const sums = new Map<string, { about: string; minutes: number; begins: Date; said: number; unhappy: number }>()
  for (const { at, abouts, unhappy } of heard)
    for (const minutes of lengths) {
      const begins = new Date(Math.floor(at.getTime() / (minutes * minute)) * minutes * minute)
      for (const about of abouts) {
        const key = `${about} ${minutes} ${begins.getTime()}`
        const sum = sums.get(key) ?? { about, minutes, begins, said: 0, unhappy: 0 }
        sums.set(key, { ...sum, said: sum.said + 1, unhappy: sum.unhappy + Number(unhappy) })
      }
    }
  if (sums.size === 0) return
  // In one order always, so that two who count at once wait for each other and never both.
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  tx.send(sql`
    insert into heard_count as before (workspace_id, about, minutes, begins, said, unhappy)
    select ${tx.workspace}, about, minutes, begins, said, unhappy
    from ${rowset('it', { about: 'text', minutes: 'integer', begins: 'timestamptz', said: 'integer', unhappy: 'integer' }, rows)}
    on conflict (workspace_id, about, minutes, begins)
    do update set said = before.said + excluded.said, unhappy = before.unhappy + excluded.unhappy`)
}

/** What somebody asked is counted once it is known which question it is. */
export async function countQuestions(tx: Tx, placed: readonly { id: Id; question: Id }[]): Promise<void> {
  const rows = await tx.rows<{ id: Id; at: Date; unhappy: boolean }>(sql`
    select id, at, tone_of(mood, labels) in ('annoyed', 'angry') as unhappy
    from message where workspace_id = ${tx.workspace} and id = any(${array(
      placed.map(({ id }) => id),
      'uuid',
    )})`)
  const question = new Map(placed.map((it) => [it.id, it.question]))
  count(
    tx,
    rows.map(({ id, ...it }) => ({ ...it, abouts: [`question:${question.get(id)}`] })),
  )
}

export type Half = { said: number; unhappy: number }
/** `before`: the half hour before the last one. */
export type Hot = { about: string; now: Half; before: Half }

/** Of what enough was said in the last half hour, and of `also` in any case. */
export async function hot(tx: Tx, now: Date, also: readonly string[]): Promise<Hot[]> {
  const half = new Date(now.getTime() - windowMinutes * minute)
  const rows = await tx.rows<{
    about: string
    said: number
    unhappy: number
    saidBefore: number
    unhappyBefore: number
  }>(sql`
    select about, ${sumOf('said', sql`begins >= ${half}`)}, ${sumOf('unhappy', sql`begins >= ${half}`)},
      ${sumOf('said', sql`begins < ${half}`, 'before')}, ${sumOf('unhappy', sql`begins < ${half}`, 'before')}
    from heard_count
    where workspace_id = ${tx.workspace} and minutes = ${slotMinutes} and begins >= ${new Date(now.getTime() - hour)} and begins <= ${now}
    group by about
    having sum(said) filter (where begins >= ${half}) >= ${rules.least.messages} or about = any(${array(also, 'text')})`)
  return rows.map(({ about, said, unhappy, saidBefore, unhappyBefore }) => ({
    about,
    now: { said, unhappy },
    before: { said: saidBefore, unhappy: unhappyBefore },
  }))
}

const sumOf = (what: 'said' | 'unhappy', when: ReturnType<typeof sql>, named = '') =>
  sql`coalesce(sum(${sql.ref(what)}) filter (where ${when}), 0) as ${sql.ref(named === '' ? what : `${what}_${named}`)}`

/** The hours of each until `end`, those of its storms left out; from the first on in which it can have been heard. */
export async function pasts(tx: Tx, abouts: readonly string[], end: Date) {
  const end0 = Math.floor(end.getTime() / hour)
  const oldest = new Date((end0 - pastHours) * hour)
  const [rows, firsts, storms] = await Promise.all([
    tx.rows<{ about: string; begins: Date; said: number; unhappy: number }>(sql`
      select about, begins, said, unhappy from heard_count
      where workspace_id = ${tx.workspace} and about = any(${array(abouts, 'text')}) and minutes = 60 and begins >= ${oldest}
        and begins < ${new Date(end0 * hour)}`),
    // A listener that found nothing for weeks was quiet for weeks, if only somebody counted then.
    tx.rows<{ about: string; since: Date | null }>(sql`
      select about, greatest(coalesce(
          (select created_at from listener l where about = 'listener:' || l.id),
          (select created_at from room r where about = 'room:' || r.id)
        ), (select min(begins) from heard_count where workspace_id = ${tx.workspace} and minutes = 60)) as since
      from unnest(${array(abouts, 'text')}) as about`),
    tx.rows<{ about: string[]; begunAt: Date; end: Date }>(sql`
      select about, begun_at, least(coalesce(over_at, ${end}), warned_at + ${`${rules.lasts} hours`}::interval) as end
      from storm where workspace_id = ${tx.workspace} and about && ${array(abouts, 'text')} and warned_at >= ${oldest}`),
  ])
  const byAbout = Map.groupBy(rows, ({ about }) => about)
  return new Map(
    abouts.map((about) => {
      const counted = new Map((byAbout.get(about) ?? []).map((it) => [it.begins.getTime() / hour, it]))
      const since = firsts.find((it) => it.about === about)?.since ?? end
      const first = Math.max(end0 - pastHours, Math.min(Math.ceil(since.getTime() / hour), ...counted.keys()))
      const ofStorm = (at: number) =>
        storms.some(
          (it) =>
            it.about.includes(about) && at >= Math.floor(it.begunAt.getTime() / hour) && at * hour <= it.end.getTime(),
        )
      const hours = Array.from({ length: Math.max(0, end0 - first) }, (_, it) => first + it)
      const read = (what: 'said' | 'unhappy') =>
        hours.map((at) => (ofStorm(at) ? null : (counted.get(at)?.[what] ?? 0)))
      return [about, { said: read('said'), unhappy: read('unhappy') }] as const
    }),
  )
}

/** Counts of a storm as its picture shows them, the oldest first. */
export const slots = (tx: Tx, about: string, { from, to }: { from: Date; to: Date }) =>
  tx.rows<{ begins: Date; said: number; unhappy: number }>(sql`
    select begins, said, unhappy from heard_count
    where workspace_id = ${tx.workspace} and about = ${about} and minutes = ${slotMinutes} and begins between ${from} and ${to}
    order by begins`)

/** What nobody asks for any more: 5 minutes after `days`, hours after nine weeks. */
export const sweepCounts = (tx: Tx, now: Date): Promise<number> =>
  tx.run(sql`
    delete from heard_count
    where workspace_id = ${tx.workspace} and begins < ${now}::timestamptz - case minutes when 60 then interval '63 days' else interval '2 days' end`)
