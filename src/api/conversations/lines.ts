/** Conversations as every list shows them: what listeners brought them by name, who in them is losing patience, and when the promise to them runs out. */
import type { Tx } from '../../db/db.ts'
import { promisesTo } from '../../domain/charter/promised.read.ts'
import type { Line } from '../../domain/conversation/conversation.list.ts'
import { names } from '../../domain/listener/listener.store.ts'
import { irritations } from '../../domain/person/irritation.read.ts'
import type * as shapes from '../shapes.ts'
import * as show from '../show.ts'

export async function shown(tx: Tx, lines: readonly Line[]): Promise<shapes.ConversationLine[]> {
  const known = await around(tx, lines)
  return lines.map((it) => show.conversationLine(it, known))
}

export async function shownOne(tx: Tx, line: Line): Promise<shapes.ConversationLine> {
  return show.conversationLine(line, await around(tx, [line]))
}

async function around(tx: Tx, lines: readonly Line[]): Promise<show.Around> {
  const [called, irritated, promised] = await Promise.all([
    names(tx, lines),
    irritations(tx, lines),
    promisesTo(tx, lines),
  ])
  return { called, irritated, promised }
}
