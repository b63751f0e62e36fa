/**
 * Looks at the pages that people who wrote to us name as theirs: one that names them back proves it, for only who controls both
 * can write both. Each page is asked for once in thirty days, a few at a time, and only over the guarded fetch.
 */
import type { Db } from '../db/db.ts'
import * as claims from '../domain/person/claim.store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { namesAsMe } from '../lib/rel-me.ts'
import type { SafeFetch } from '../lib/safe-fetch.ts'
import { joinByProof } from './join-people.ts'

const PAGE_BYTES = 500_000
const PAGE_MS = 5_000

export type Looking = { db: Db; workspace: Id; fetch: SafeFetch; clock: Clock; newId: NewId; signal: AbortSignal }

export async function proveClaims(
  { db, workspace, fetch, clock, newId, signal }: Looking,
  conversations: readonly Id[],
): Promise<void> {
  const due = await db.in(workspace, (tx) => claims.claimsToLookAt(tx, conversations, clock.now()))
  for (const claim of due) {
    if (signal.aborted) return
    const proven = await isNamedBack(claim, { fetch }, signal)
    const at = clock.now()
    await db.in(workspace, async (tx) => {
      await claims.saveLook(tx, claim, proven, at)
      if (proven) await joinByProof(tx, [claim.personId], { at, newId })
    })
  }
}

/** Null: we could not tell. */
async function isNamedBack(
  { page, profile }: claims.Claim,
  kit: Pick<Looking, 'fetch'>,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    const answer = await kit.fetch(page, {
      headers: { accept: 'text/html' },
      maxBytes: PAGE_BYTES,
      timeoutMs: PAGE_MS,
      signal,
    })
    if (answer.status === 404 || answer.status === 410) return false
    if (!answer.ok || !answer.headers.get('content-type')?.includes('html')) return null
    return namesAsMe(await answer.text(), answer.url || page, profile)
  } catch {
    return null
  }
}
