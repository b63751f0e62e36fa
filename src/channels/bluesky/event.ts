/** What happened on the network, the same whether Jetstream or a PDS's own stream told it. */
import type { PassingPost } from './passing-post.ts'

export type NetworkEvent =
  | { is: 'post'; edited: boolean; did: string; rkey: string; record: unknown; at: Date }
  /** A post of which the words were read and nothing else. */
  | { is: 'glimpse'; post: PassingPost; at: Date }
  /** Most are of posts that nobody here wrote: it is read where an account of ours stands in it. Null: it makes no sense. */
  | { is: 'repost'; names: (account: string) => boolean; read: () => Reposted | null; at: Date }
  | { is: 'post-deleted' | 'repost-deleted'; did: string; rkey: string; at: Date }
  | { is: 'account'; did: string; active: boolean; status: string | null; at: Date }
  /** Their handle or host may have changed. */
  | { is: 'identity'; did: string; at: Date }

export type Reposted = { did: string; rkey: string; record: unknown }

/** One frame of a stream, read. */
export type Frame =
  /** `position`: what to ask for to hear on from here. `unreadable`: how many events in it made no sense. */
  | { is: 'events'; position: number; at: Date; events: readonly NetworkEvent[]; unreadable: number }
  /** The stream no longer holds all that we asked for; what follows is the oldest it has. */
  | { is: 'outdated' }
  /** The stream ends here, in its own words. */
  | { is: 'refused'; error: string; why: string }
  | { is: 'nothing' }
  | { is: 'unreadable' }

export const account = (did: string, said: { active: boolean; status?: string }, at: Date): NetworkEvent => ({
  is: 'account',
  did,
  active: said.active,
  status: said.status ?? null,
  at,
})
