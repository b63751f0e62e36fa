/** What profiles say is theirs, and whether a look at that page found them named back. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

/** `page`: the address that the profile names; `profile`: where that profile stands. */
export type Claim = { identityId: Id; personId: Id; key: string; page: string; profile: string }

/** A page is looked at again after so many days: it may be somebody else's by then. */
const DAYS = 30
const MOST = 20

/** Of people who wrote in these conversations, what nobody has looked at lately, at most 20. */
export const claimsToLookAt = (tx: Tx, conversations: readonly Id[], now: Date): Promise<Claim[]> =>
  tx.rows(sql`
    select distinct i.id as identity_id, i.person_id, l.link_key as key, l.url as page, i.url as profile
    from message m join identity i on i.id = m.identity_id join identity_link l on l.identity_id = i.id
    where m.workspace_id = ${tx.workspace} and m.conversation_id = any(${array(conversations, 'uuid')}) and not m.us
      and i.url is not null and l.url is not null and (l.looked_at is null or l.looked_at < ${now}::timestamptz - make_interval(days => ${DAYS}))
      and not (l.proven and l.looked_at is null)
    limit ${MOST}`)

/** What was found; a page that could not be had stays as it was, and waits as long as any for the next look. */
export const saveLook = (tx: Tx, { identityId, key }: Claim, proven: boolean | null, at: Date): Promise<number> =>
  tx.run(sql`
    update identity_link set looked_at = ${at}, proven = coalesce(${proven}::boolean, proven)
    where workspace_id = ${tx.workspace} and identity_id = ${identityId} and link_key = ${key}`)
