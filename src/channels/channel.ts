/** What every channel promises. One folder a channel; `index.ts` beside this file is the only list of them. */
import type { z } from 'zod'
import type { Author, Overheard, Said } from '../domain/message/heard.ts'
import type { Sent } from '../domain/reply/sent.ts'
import type { Clock } from '../lib/clock.ts'
import type { InCommon } from '../lib/in-common.ts'
import type { Json } from '../lib/json.ts'
import type { SafeFetch, SafeSocket } from '../lib/safe-fetch.ts'

// The channels' own files take these from here with the rest of the contract.
export type { Json, Sent }

export interface Channel {
  /** Lower case, stored with each room: `bluesky`. */
  readonly name: string
  /** As people write it: `Bluesky`. */
  readonly title: string
  readonly can: readonly Ability[]
  /** What somebody should know before they add a room. */
  readonly about: {
    readonly cost: string
    readonly approval: string
    readonly limits: string
    readonly unseen: string
    /** When what lets us in runs out, and what is to be done then. */
    readonly expiry: string
  }
  /** The form for adding a room. Secrets are encrypted at rest and never leave the server again. */
  readonly fields: readonly Field[]
  /** Checks what was typed into `fields`. */
  readonly asks: z.ZodType<Record<string, string>>
  /** Signs in, or looks once, so that a wrong password or address is said at once. */
  connect(asked: Record<string, string>, kit: Kit): Promise<Connected>
  /**
   * Hears for ever, from `room.cursor` on, until `kit.signal` aborts. Throws `ChannelTrouble` when it can't go on;
   * whoever called waits and calls again. A batch's cursor is stored only after its messages are committed.
   */
  hear(room: Connection, kit: Kit): AsyncIterable<Batch>
  /** Names and handles by the authors' ids, where the stream gives ids alone. Who can't be found is left out. */
  profiles?(ids: readonly string[], room: Connection, kit: Kit): Promise<Author[]>
  /** Messages by their ids, to read a thread from its beginning. Those that are gone are left out. */
  lookUp?(ids: readonly string[], room: Connection, kit: Kit): Promise<Said[]>
  /** Absent: the desk offers a hand-off reply (copy, open, answer there, mark as answered). */
  readonly reply?: Replying
}

export type Ability =
  | 'read own' // what is said to us
  | 'read earned' // what is said about us, untagged
  | 'stream' // as it is said, not when we next look
  | 'history' // what was said before we came
  | 'edits'
  | 'deletes'
  | 'reply'
  | 'post' // by the same door: what answers nobody
  | 'ripple' // how far a message of ours travelled

export type Field = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly kind: 'text' | 'url' | 'secret'
  readonly optional?: boolean
}

export type Connected =
  | {
      is: 'connected'
      /** Names the room on its channel and never changes; one room an address in a workspace. */
      address: string
      /** What to call it until somebody chooses better. */
      name: string
      /** The account we speak as, if any. */
      account: { id: string; handle: string } | null
      settings: Json
      secret: Json | null
    }
  /** In words a person can act on: `Bluesky does not know this handle and app password.` */
  | { is: 'refused'; field: string | null; why: string }

/** A room as its channel sees it. `settings` and `secret` are what `connect` gave; nobody else knows their shape. */
export type Connection = {
  readonly address: string
  readonly settings: Json
  readonly secret: Json | null
  readonly cursor: Json | null
}

export type Kit = {
  readonly fetch: SafeFetch
  readonly socket: SafeSocket
  readonly clock: Clock
  readonly signal: AbortSignal
  /** What the rooms of a thread have in common: a stream that many hear is opened once. */
  readonly inCommon: InCommon
  /** Keeps a secret that the channel renewed (a refreshed session). */
  readonly keepSecret: (secret: Json) => Promise<void>
  /** Keeps how much the channel lets us do still, as it said: shown on the room. */
  readonly keepQuota: (quota: Quota) => Promise<void>
}

/** So many askings are `left` of so many that count until then. */
export type Quota = { readonly left: number; readonly of: number; readonly until: Date }

export type Batch = {
  readonly heard: readonly Overheard[]
  /** Where to go on after a restart; null: from where we were. */
  readonly cursor: Json | null
  /** When the newest event happened on the channel: the room's lag is now minus this. */
  readonly at: Date | null
  /** Something was surely missed: shown on the room with its bounds. */
  readonly gap?: { from: Date; to: Date; why: string }
  /** So many events made no sense and were skipped: shown on the room. */
  readonly unreadable?: number
}

export interface Replying {
  /** How the channel counts, so that the composer can. */
  readonly length: { readonly unit: 'graphemes' | 'characters'; readonly limit: number; readonly bytes?: number }
  /**
   * What keeps a second try from saying it twice. `key`: we choose a key before the first try and the channel holds it
   * unique. `none`: a crash in the send window is shown as `unknown`, never sent again by itself.
   */
  readonly once: 'key' | 'none'
  /** A fresh key, stored with the reply before the first try. `random` is in [0, 1). */
  newKey(at: Date, random: number): string
  /** The id the reply will have on the channel, where the key decides it: it may be heard back before `send` returns. */
  idOf(key: string, room: Connection): string | null
  send(outgoing: Outgoing, room: Connection, kit: Kit): Promise<Sent>
}

export type Outgoing = {
  readonly key: string
  readonly text: string
  readonly langs: readonly string[]
  /** When the teammate wrote it: the same on every try. */
  readonly at: Date
  /** The message we answer, by the channel's id; null: nobody's, which only channels are given that can `post`. */
  readonly parent: { readonly id: string } | null
}

/** A channel can't go on. `needs`: what brings it back. `retryAfter`: not before then. */
export class ChannelTrouble extends Error {
  override name = 'ChannelTrouble'
  readonly needs: 'time' | 'sign-in' | 'owner'
  readonly retryAfter: Date | null
  constructor(message: string, needs: 'time' | 'sign-in' | 'owner' = 'time', retryAfter: Date | null = null) {
    super(message)
    this.needs = needs
    this.retryAfter = retryAfter
  }
}
