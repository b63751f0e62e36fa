/** The listeners of each room, ready to be asked of what it hears. They are read again when somebody changed one. */
import { CHANNEL, type Told } from '../domain/happening/happening.store.ts'
import { type Listener, listeners } from '../domain/listener/listener.store.ts'
import { AskedPost } from '../domain/message/asked-post.ts'
import { taughtTo } from '../domain/message/correction.store.ts'
import type { Passing, Said } from '../domain/message/heard.ts'
import { understoodBy, untaught } from '../domain/message/understood.ts'
import type { Id } from '../lib/ids.ts'
import { QueryIndex } from '../listening/index/query-index.ts'
import { parse } from '../listening/parse.ts'
import type { Hands } from './hands.ts'

/** Gives the ids of the listeners that want each of these messages, understood as its workspace taught. */
type Wanted = (messages: readonly (Said | Passing)[]) => readonly (readonly Id[])[]

export class StandingQueries {
  readonly #hands: Pick<Hands, 'db' | 'presence' | 'clock' | 'log'>
  /** By workspace: how often its listeners, or what it taught, were changed since we listen; and how often we may have missed that. */
  readonly #changes = new Map<Id, number>()
  #missed = 0

  constructor(hands: Pick<Hands, 'db' | 'presence' | 'clock' | 'log'>) {
    this.#hands = hands
  }

  /** From then on a change is known with its commit, in whichever process it was made. */
  open(): Promise<void> {
    return this.#hands.presence.listen(CHANNEL, (payload) => {
      if (payload === null) this.#missed++
      else {
        const { workspace, kinds } = JSON.parse(payload) as Told
        if (kinds.some((kind) => kind === 'listener' || kind === 'understanding'))
          this.#changes.set(workspace, (this.#changes.get(workspace) ?? 0) + 1)
      }
    })
  }

  /** Those of one room; `called` is its name. Only what changed is read anew. */
  of({ workspaceId, roomId, channel }: { workspaceId: Id; roomId: Id; channel: string }, called: string) {
    const { db, clock, log } = this.#hands
    const standing = new Standing(log)
    let taught = untaught
    let readAt = ''
    return async (): Promise<Wanted> => {
      const by = `${this.#missed} ${this.#changes.get(workspaceId) ?? 0}`
      if (by !== readAt) {
        const [all, model] = await db.look(workspaceId, (tx) => Promise.all([listeners(tx), taughtTo(tx)]))
        standing.keep(all.filter(({ rooms }) => rooms?.includes(roomId) ?? true))
        taught = model
        readAt = by
      }
      const now = clock.now()
      const understood = (said: Said) => understoodBy(taught, said)
      const place = { room: called, channel }
      // Most rooms have no listener: of their messages nothing is read for one.
      if (standing.index.size === 0) return (messages) => messages.map(() => [])
      return (messages) =>
        standing.index.matchAll(
          messages.map((message) => new AskedPost(message, place, understood)),
          now,
        )
    }
  }
}

class Standing {
  readonly index = new QueryIndex()
  readonly #queries = new Map<Id, string>()
  readonly #log: Hands['log']

  constructor(log: Hands['log']) {
    this.#log = log
  }

  /** A query that can't be read any more hears nothing, and the log says so once. */
  keep(rows: readonly Listener[]): void {
    for (const { id, name, query } of rows) {
      if (this.#queries.get(id) === query) continue
      this.#queries.set(id, query)
      this.index.remove(id)
      try {
        this.index.add(id, parse(query))
      } catch (error) {
        this.#log(`listener ${name}: ${(error as Error).message}`)
      }
    }
    const there = new Set(rows.map(({ id }) => id))
    for (const id of this.#queries.keys()) {
      if (there.has(id)) continue
      this.#queries.delete(id)
      this.index.remove(id)
    }
  }
}
