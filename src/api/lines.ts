/** Conversations as every list shows them: what listeners brought them by name, and who in them is losing patience. */
import type { Tx } from '../db/db.ts'
import type { Line } from '../domain/conversation/conversation.list.ts'
import { names } from '../domain/listener/listener.store.ts'
import { irritations } from '../domain/person/irritation.read.ts'
import type * as shapes from './shapes.ts'
import * as show from './show.ts'

export async function shown(tx: Tx, lines: readonly Line[]): Promise<shapes.ConversationLine[]> {
  const [called, irritated] = await Promise.all([names(tx, lines), irritations(tx, lines)])
  return lines.map((it) => show.conversationLine(it, called, irritated))
}

export async function shownOne(tx: Tx, line: Line): Promise<shapes.ConversationLine> {
  const [called, irritated] = await Promise.all([names(tx, [line]), irritations(tx, [line])])
  return show.conversationLine(line, called, irritated)
}
