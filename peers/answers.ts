/** What the desk's API answers, as the tests read it. */
export type { Conversation, ConversationLine, Found, Reply, Room } from '../src/api/shapes.ts'

export type Page<T> = { items: T[]; next: string | null }
