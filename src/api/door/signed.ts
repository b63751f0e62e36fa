/** The way in for programs of others: who comes has no account here, and each message is signed with a secret of the door's. */
import type { Context } from 'hono'
import { countTurnedAway, secretsOf, workspaceOf } from '../../domain/hook/hook.store.ts'
import type { Id } from '../../lib/ids.ts'
import { type Verdict, verify } from '../../lib/signed.ts'
import type { House } from '../house.ts'
import { Refusal } from './problem.ts'

/** What was signed, byte for byte as it came; not read yet. */
export type Signed = { workspace: Id; hook: Id; id: string; body: string }

/** Throws Refusal 401 on what is not genuine, whatever else is wrong with it: nothing of it is read before. */
export async function signed(c: Context, hook: Id, { db, clock, seal }: House): Promise<Signed> {
  const workspace = await db.outside((tx) => workspaceOf(tx, hook))
  if (workspace === null) throw new Refusal(401, whyNot.forged)
  const now = clock.now()
  const secrets = await db.look(workspace, (tx) => secretsOf(tx, hook, now, seal))
  const body = new Uint8Array(await c.req.arrayBuffer())
  const verdict = verify(
    {
      id: c.req.header('webhook-id') ?? null,
      timestamp: c.req.header('webhook-timestamp') ?? null,
      signature: c.req.header('webhook-signature') ?? null,
      body,
    },
    secrets,
    now,
  )
  if (verdict.is === 'genuine') return { workspace, hook, id: verdict.id, body: new TextDecoder().decode(body) }
  const why = whyNot[verdict.is]
  await db.in(workspace, (tx) => countTurnedAway(tx, hook, { why, at: now }))
  throw new Refusal(401, why)
}

// A door that is not there says what a wrong secret says.
const whyNot: Record<Exclude<Verdict['is'], 'genuine'>, string> = {
  unsigned: 'This door takes signed messages alone: webhook-id, webhook-timestamp and webhook-signature are needed.',
  'out-of-time': 'The message is more than five minutes from our clock. Set the clock, or sign it anew.',
  forged: 'The signature is of none of the secrets that open here.',
}
