/** Writes from outside: one transaction each, and the first answer to an Idempotency-Key is given again. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { sql, type Tx } from '../../db/db.ts'
import type { Actor } from '../../domain/teammate/teammate.ts'
import type { House } from '../house.ts'
import { actorOfRequest, type Env } from './actor.ts'
import { Refusal } from './problem.ts'

/**
 * Gives what `work` gives. With a key that was used before, gives what was given then, and does nothing; a second request
 * with the same key that comes meanwhile waits for the first. Throws Refusal when the key came with another request.
 */
export async function write<T>(
  c: Context<Env>,
  house: House,
  work: (tx: Tx, actor: Actor, at: Date) => Promise<T>,
): Promise<T> {
  const actor = actorOfRequest(c)
  const at = house.clock.now()
  const key = c.req.header('idempotency-key')
  if (key === undefined) return house.db.in(actor.workspace, (tx) => work(tx, actor, at))
  if (key.length > 255) throw new Refusal(422, 'An Idempotency-Key has at most 255 characters.')
  const request = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
    .digest()

  return house.db.in(actor.workspace, async (tx) => {
    const fresh = await tx.run(sql`
      insert into answered_request (workspace_id, teammate_id, key, request, at)
      values (${tx.workspace}, ${actor.teammate.id}, ${key}, ${request}, ${at})
      on conflict do nothing`)
    if (fresh === 0) {
      const before = await tx.row<{ request: Buffer; body: T }>(sql`
        select request, body from answered_request
        where workspace_id = ${tx.workspace} and teammate_id = ${actor.teammate.id} and key = ${key}`)
      if (!before?.request.equals(request))
        throw new Refusal(422, 'This Idempotency-Key came with another request before.')
      return before.body
    }
    const body = await work(tx, actor, at)
    await tx.run(sql`
      update answered_request set body = ${JSON.stringify(body)}::jsonb
      where workspace_id = ${tx.workspace} and teammate_id = ${actor.teammate.id} and key = ${key}`)
    return body
  })
}

/** As `write`, for an answer with a secret in it: that is kept nowhere, so a request that comes again makes another. */
export function writeUnkept<T>(
  c: Context<Env>,
  house: House,
  work: (tx: Tx, actor: Actor, at: Date) => Promise<T>,
): Promise<T> {
  const actor = actorOfRequest(c)
  return house.db.in(actor.workspace, (tx) => work(tx, actor, house.clock.now()))
}
