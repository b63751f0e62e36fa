/** Letters of a week on their way to teammates: the statements. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Next } from '../push/push.ts'
import type { LetterLanguage } from './letter.ts'

/** In which language a teammate is written to; null: they are not. */
export const weekIn = async (tx: Tx, teammate: Id): Promise<LetterLanguage | null> =>
  (
    await tx.row<{ weekIn: LetterLanguage | null }>(
      sql`select week_in from teammate where workspace_id = ${tx.workspace} and id = ${teammate}`,
    )
  )?.weekIn ?? null

export const setWeekIn = (tx: Tx, teammate: Id, language: LetterLanguage | null): Promise<number> =>
  tx.run(sql`update teammate set week_in = ${language} where workspace_id = ${tx.workspace} and id = ${teammate}`)

/** How the last letter to a teammate fared; null: there was none. */
export const lastMail = (
  tx: Tx,
  teammate: Id,
): Promise<{ monday: string; state: 'queued' | 'sent' | 'refused'; why: string | null } | null> =>
  tx.row(sql`
    select monday::text, state, why from week_mail
    where workspace_id = ${tx.workspace} and teammate_id = ${teammate} order by monday desc limit 1`)

export type Due = { workspaceId: Id; teammateId: Id }

export const due = (tx: Omit<Tx, 'workspace'>, monday: string, now: Date, most: number): Promise<Due[]> =>
  tx.rows(sql`select workspace_id, teammate_id from weeks_due(${monday}::date, ${now}, ${most})`)

export type Leaving = { tries: number; name: string; mail: string; language: LetterLanguage; workspace: string }

/** Takes hold of a letter until `leasedUntil`: who dies with it leaves it to another. Null: another was quicker, or it is not wanted. */
export const claim = (tx: Tx, teammate: Id, monday: string, now: Date, leasedUntil: Date): Promise<Leaving | null> =>
  tx.row(sql`
    with held as (
      insert into week_mail as m (workspace_id, teammate_id, monday, state, tries, due_at)
      select workspace_id, id, ${monday}::date, 'queued', 1, ${leasedUntil} from teammate
      where workspace_id = ${tx.workspace} and id = ${teammate} and week_in is not null and left_at is null and role <> 'guest'
      on conflict (teammate_id, monday) do update set tries = m.tries + 1, due_at = ${leasedUntil}
        where m.state = 'queued' and m.due_at <= ${now}
      returning m.tries
    )
    select held.tries, t.name, u.email as mail, t.week_in as language, w.name as workspace
    from held, teammate t join auth."user" u on u.id = t.user_id join workspace w on w.id = t.workspace_id
    where t.workspace_id = ${tx.workspace} and t.id = ${teammate}`)

/** `tries` as they were claimed: who was overtaken settles nothing. */
export const settle = (tx: Tx, teammate: Id, monday: string, tries: number, next: Next): Promise<number> =>
  tx.run(sql`
    update week_mail set state = ${next.is === 'again' ? 'queued' : next.is},
      due_at = ${next.is === 'again' ? sql`${next.at}::timestamptz` : sql`due_at`}, why = ${next.is === 'sent' ? null : next.why}
    where workspace_id = ${tx.workspace} and teammate_id = ${teammate} and monday = ${monday}::date and tries = ${tries} and state = 'queued'`)
