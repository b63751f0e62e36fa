/** Answering on Bluesky: one record, under a key chosen before the first try, so that it is said once. */
import type { Replying } from '../channel.ts'
import { postUri } from './at-uri.ts'
import { tidOf } from './tid.ts'

/** app.bsky.feed.post: maxGraphemes 300, maxLength 3000. */
export const length = { unit: 'graphemes', limit: 300, bytes: 3000 } as const

export const reply: Replying = {
  length,
  once: 'key',
  newKey: tidOf,
  idOf: (key, room) => postUri(room.address, key),
  send: async (outgoing, room, kit) => (await import('./send.ts')).send(outgoing, room, kit),
}
