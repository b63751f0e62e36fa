/** Messages that were found, each with the conversation it is in, as search and listeners show them. */
import type { Tx } from '../../db/db.ts'
import { list } from '../../domain/conversation/conversation.list.ts'
import { messagesByIds } from '../../domain/conversation/conversation.thread.ts'
import { names } from '../../domain/listener/listener.store.ts'
import type { Id } from '../../lib/ids.ts'
import type * as shapes from '../shapes.ts'
import * as show from '../show.ts'

type Hit = { id: Id; conversationId: Id; spans: [number, number][] }

/** In the order of the hits; what went away meanwhile is left out. */
export async function found(tx: Tx, hits: readonly Hit[]): Promise<shapes.Found[]> {
  if (hits.length === 0) return []
  const messages = await messagesByIds(
    tx,
    hits.map(({ id }) => id),
  )
  const called = await names(tx, messages)
  const rows = new Map(messages.map((row) => [row.id, row]))
  const ids = [...new Set(hits.map(({ conversationId }) => conversationId))]
  const { lines } = await list(tx, {
    state: 'all',
    room: null,
    assignee: null,
    ids,
    order: 'newest',
    after: null,
    most: ids.length,
  })
  const standing = new Map(lines.map((it) => [it.id, it]))
  return hits.flatMap((hit) => {
    const [row, conversation] = [rows.get(hit.id), standing.get(hit.conversationId)]
    if (!row || !conversation) return []
    const { id, state, room } = conversation
    return [{ message: show.message(row, called), conversation: { id, state, room }, spans: hit.spans }]
  })
}
