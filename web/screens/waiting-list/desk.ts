/** What the list, the conversation beside it and the dialogs share: where we are in the list and what can be done. */
import { createContext, useContext } from 'react'
import type { Colleague, ConversationLine } from '../../../src/api/shapes.ts'
import type { ViewName } from '../../api/queries.ts'

export type Desk = {
  openId: string | null
  open: (id: string) => void
  /** Back to the list. */
  back: () => void
  /** Leaves this conversation for the next one in the list, where there is one. */
  next: (from: string) => void
  /** The same, and its row leaves the list. */
  leave: (id: string) => void
  /** Asks what came of a conversation that was closed just now. */
  closed: (line: ConversationLine) => void
  /** Opens a conversation that had left the list. */
  bringBack: (id: string) => Promise<void>
  /** To everything we know of somebody. */
  toHistory: (person: string) => void
  ask: (question: 'snooze' | 'assign', line: ConversationLine) => void
  act: Acts
}

/** Of what we ask what came of it. `askedOn`: it was not known before, and this is the day on which we ask again. */
export type Closed = { id: string; name: string; askedOn: string | null }

/** What changes a conversation. Each says what it did and can be undone. */
export type Acts = {
  done: (line: ConversationLine) => Promise<void>
  noted: (line: ConversationLine) => Promise<void>
  reopen: (line: ConversationLine) => Promise<void>
  snooze: (line: ConversationLine, until: Date, keepOnReply: boolean) => Promise<void>
  wake: (line: ConversationLine) => Promise<void>
  assign: (line: ConversationLine, to: Colleague | null) => Promise<void>
}

export const DeskContext = createContext<Desk | null>(null)

/** The desk around this component. Throws outside of it. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('No desk around this component')
  return desk
}

/** What `?view=` and `?room=` of an address mean; anything unknown is the first view. */
export type DeskSearch = { view?: ViewName; room?: string; order?: 'newest'; m?: string }
