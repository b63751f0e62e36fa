/** Bluesky: hears the whole network, or one server of it, as it speaks; answers with posts of our account. */
import type { Channel } from '../channel.ts'
import { asks, fields } from './fields.ts'
import { reply } from './reply.ts'

export const bluesky: Channel = {
  name: 'bluesky',
  title: 'Bluesky',
  can: ['read own', 'read earned', 'stream', 'history', 'edits', 'deletes', 'reply', 'post', 'ripple'],
  about: {
    cost: 'Free.',
    approval: 'None: an app password of the account is enough.',
    limits:
      "300 characters a post; Bluesky's own servers take some 2,500 replies an hour from an account. Its streams keep about a day: after a longer stop only what was said to the account is caught up.",
    unseen: 'Direct messages. What moderation or a block hides from readers is heard here all the same.',
    expiry:
      'Never by itself: the app password holds until it is revoked, and sessions renew themselves. A revoked one is said here at once.',
  },
  fields,
  asks,
  // @atproto/api takes a moment and 60 MB to load: who has no Bluesky room does without.
  connect: async (asked, kit) => (await import('./sign-in.ts')).connect(asks.parse(asked), kit),
  async *hear(room, kit) {
    yield* (await import('./hear.ts')).hear(room, kit)
  },
  reply,
  lookUp: async (ids, room, kit) => (await import('./post-at.ts')).lookUp(ids, room, kit),
  async profiles(ids, room, kit) {
    const [{ clientOf }, { profilesOf }] = await Promise.all([import('./client.ts'), import('./profiles.ts')])
    const authors = await profilesOf(clientOf(room, kit), kit).of(ids)
    return ids.flatMap((id) => authors.get(id) ?? [])
  },
}
