/** Tells a program of others what it shall know: made when it leaves, signed, tried again until it is taken or given up. */
import type { Db } from '../db/db.ts'
import { claim, type Leaving, settle } from '../domain/push/push.store.ts'
import { next, type Tried, triedWith } from '../domain/push/push.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'
import type { SafeFetch } from '../lib/safe-fetch.ts'
import type { Seal } from '../lib/seal.ts'
import { signatureOf } from '../lib/signed.ts'
import { briefOf } from './brief.ts'

/** The longest that Standard Webhooks lets a receiver take. */
const ANSWER_MS = 30_000
const LEASE_MS = 2 * ANSWER_MS

type Hands = { db: Db; clock: Clock; seal: Seal; fetch: SafeFetch }

/** False: another was quicker, or it is not due any more. */
export async function sendPush(
  { db, clock, seal, fetch }: Hands,
  { workspaceId, pushId }: { workspaceId: Id; pushId: Id },
): Promise<boolean> {
  const now = clock.now()
  const leaving = await db.in(workspaceId, (tx) => claim(tx, pushId, now, new Date(now.getTime() + LEASE_MS), seal))
  if (leaving === null) return false
  const body = await db.look(workspaceId, (tx) => briefOf(tx, leaving.questionId, now))
  const then =
    body === null
      ? ({ is: 'refused', why: 'Nobody asks this question any more.' } as const)
      : next(leaving.tries, await tell(fetch, leaving, messageOf(body, now), now), clock.now())
  await db.in(workspaceId, (tx) => settle(tx, leaving, then))
  return true
}

/** As Standard Webhooks lays a message out. */
const messageOf = (question: { id: Id; name: string; markdown: string }, at: Date): string =>
  JSON.stringify({ type: 'question.brief', timestamp: at.toISOString(), data: question })

async function tell(fetch: SafeFetch, { id, url, secret }: Leaving, body: string, at: Date): Promise<Tried> {
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatureOf(secret, { id, at, body }),
  }
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', timeoutMs: ANSWER_MS })
    await answer.body?.cancel()
    return triedWith(answer.status)
  } catch (error) {
    return { is: 'failed', why: (error as Error).message }
  }
}
