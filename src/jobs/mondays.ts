/** Each Monday, the letter of the week before to whoever wants it. */

import { due } from '../domain/week/week.store.ts'
import { lastMonday } from '../domain/week/week.ts'
import { sendWeek } from '../flows/week/send-week.ts'
import type { SendMail } from '../lib/mail.ts'
import type { Hands } from './hands.ts'

const LOOK_MS = 60_000
const AT_ONCE = 4
/** From six in the morning (UTC), and for two days where the desk or the mail server was away. */
const [FIRST_MS, LAST_MS] = [(7 * 24 + 6) * 3_600_000, (9 * 24 + 6) * 3_600_000]

type Working = Pick<Hands, 'db' | 'clock'> & { mail: SendMail; url: string }

/** Resolves after `signal` aborts. Without a mail server nobody is written to. */
export const mondays =
  (mail: SendMail | null, url: string) =>
  async ({ db, clock, log }: Hands, signal: AbortSignal): Promise<void> => {
    while (mail !== null && !signal.aborted) {
      const tried = await mailWeeks({ db, clock, mail, url }).catch((error: Error) => {
        log(`mailing the week: ${error.message}`)
        return 0
      })
      if (tried < AT_ONCE) await clock.sleep(LOOK_MS, signal)
    }
  }

/** How many were tried. */
export async function mailWeeks(hands: Working): Promise<number> {
  const now = hands.clock.now()
  const monday = lastMonday(now)
  const since = now.getTime() - Date.parse(monday)
  if (since < FIRST_MS || since >= LAST_MS) return 0
  const found = await hands.db.outside((tx) => due(tx, monday, now, AT_ONCE))
  const tried = await Promise.all(found.map((it) => sendWeek(hands, it, monday)))
  return tried.filter(Boolean).length
}
