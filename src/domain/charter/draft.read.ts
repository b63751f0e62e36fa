/** What a draft is held against: whom it answers, who they are, what was said there and elsewhere. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Draft } from './warnings/warning.ts'

type Around = Pick<Draft, 'asked' | 'theirNames' | 'ourNames' | 'firstWord'> & { roomId: Id; channel: string }

/** Of a conversation: its newest message that is not ours, and who said it. Null: there is no such conversation. */
export async function aroundConversation(tx: Tx, id: Id): Promise<Around | null> {
  const row = await tx.row<
    Omit<Around, 'asked' | 'theirNames' | 'ourNames'> & {
      text: string | null
      labels: string[] | null
      names: (string | null)[]
      account: { handle: string } | null
    }
  >(sql`
    select c.room_id, r.channel, nullif(r.account, 'null') as account, m.text, m.labels, array[h.name, p.name, i.handle, i.name] as names,
      not exists (select from message where conversation_id = c.id and us and deleted_at is null)
        and not exists (select from reply where conversation_id = c.id) as first_word
    from conversation c
    join room r on r.id = c.room_id
    left join lateral (
      select text, labels, person_id, identity_id from message
      where conversation_id = c.id and not us and deleted_at is null order by at desc, id desc limit 1) m on true
    left join person p on p.id = m.person_id
    left join person h on h.id = p.joined_to
    left join identity i on i.id = m.identity_id
    where c.workspace_id = ${tx.workspace} and c.id = ${id}`)
  if (!row) return null
  const { text, labels, names, account, ...around } = row
  return {
    ...around,
    asked: text === null ? null : { text, labels: labels ?? [] },
    theirNames: names.flatMap((name) => name ?? []),
    ourNames: account ? [account.handle] : [],
  }
}

const LATELY_DAYS = 14
const MOST_ELSEWHERE = 200

/** Our last replies in other rooms, the newest first: so many at most, and none older than a fortnight. */
export const saidElsewhere = (tx: Tx, room: Id, now: Date): Promise<{ room: string; text: string }[]> =>
  tx.rows(sql`
    select r.name as room, left(said.text, 2000) as text
    from outbox o join reply said on said.id = o.reply_id join room r on r.id = o.room_id
    where o.workspace_id = ${tx.workspace} and o.room_id <> ${room} and o.state in ('queued', 'sending', 'sent')
      and o.leaves_at > ${new Date(now.getTime() - LATELY_DAYS * 86_400_000)}
    order by o.leaves_at desc
    limit ${MOST_ELSEWHERE}`)
