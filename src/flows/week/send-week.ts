/** The letter of a week to a teammate: written when it leaves, tried again until it is taken or its days are over. */
import type { Db } from '../../db/db.ts'
import { next } from '../../domain/push/push.ts'
import { letterOf } from '../../domain/week/letter.ts'
import { weekOf } from '../../domain/week/week.read.ts'
import { claim, type Due, settle } from '../../domain/week/week.store.ts'
import type { Clock } from '../../lib/clock.ts'
import type { SendMail } from '../../lib/mail.ts'
import { htmlOf, textOf } from './mail-page.ts'
import { pdfOf } from './pdf.ts'

const LEASE_MS = 120_000

type Hands = { db: Db; clock: Clock; mail: SendMail; url: string }

/** False: another was quicker, or it is not wanted any more. */
export async function sendWeek(
  { db, clock, mail, url }: Hands,
  { workspaceId, teammateId }: Due,
  monday: string,
): Promise<boolean> {
  const now = clock.now()
  const leaving = await db.in(workspaceId, (tx) =>
    claim(tx, teammateId, monday, now, new Date(now.getTime() + LEASE_MS)),
  )
  if (leaving === null) return false
  const { language, workspace, tries } = leaving
  const letter = letterOf(await db.look(workspaceId, (tx) => weekOf(tx, monday, now)), language, now)
  const of = { letter, language, workspace, url }
  const tried = await mail({
    to: leaving.mail,
    subject: `${workspace}: ${letter.title}`,
    ...{ text: textOf(of), html: htmlOf(of) },
    files: [{ name: `${monday}.pdf`, type: 'application/pdf', content: await pdfOf({ ...of, at: now }) }],
    id: `<week-${monday}-${teammateId}@${new URL(url).hostname}>`,
  })
  const then = next(tries, tried, clock.now())
  await db.in(workspaceId, (tx) => settle(tx, teammateId, monday, tries, then))
  return true
}
