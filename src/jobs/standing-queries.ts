/** The listeners of each room, ready to be asked of what it hears. They are read again when somebody changed one. */
import { CHANNEL, type Told } from '../domain/happening/happening.store.ts'
import { type Listener, listeners } from '../domain/listener/listener.store.ts'
import type { Said } from '../domain/message/heard.ts'
import { found, type Understood } from '../domain/message/understood.ts'
import type { Id } from '../lib/ids.ts'
import { QueryIndex } from '../listening/index/query-index.ts'
import { parse } from '../listening/parse.ts'
import type { Post } from '../listening/post.ts'
import type { Hands } from './hands.ts'

/** Gives the ids of the listeners that want a message; how it is understood is worked out for those who ask. */
type Wanted = (said: Said, understood: () => Understood) => readonly Id[]

export class StandingQueries {
  readonly #hands: Pick<Hands, 'db' | 'presence' | 'clock' | 'log'>
  /** By workspace: how often its listeners were changed since we listen; and how often we may have missed that. */
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
        if (kinds.includes('listener')) this.#changes.set(workspace, (this.#changes.get(workspace) ?? 0) + 1)
      }
    })
  }

  /** Those of one room; `called` is its name. Only what changed is read anew. */
  of({ workspaceId, roomId, channel }: { workspaceId: Id; roomId: Id; channel: string }, called: string) {
    const { db, clock, log } = this.#hands
    const standing = new Standing(log)
    let readAt = ''
    return async (): Promise<Wanted> => {
      const by = `${this.#missed} ${this.#changes.get(workspaceId) ?? 0}`
      if (by !== readAt) {
        standing.keep((await db.in(workspaceId, listeners)).filter(({ rooms }) => rooms?.includes(roomId) ?? true))
        readAt = by
      }
      const now = clock.now()
      return (said, understood) => standing.index.match(postOf(said, understood, { room: called, channel }), now)
    }
  }
}

/** Understood only where a query asks for it. */
const postOf = (said: Said, understood: () => Understood, place: { room: string; channel: string }): Post => ({
  ...said,
  ...place,
  get labels() {
    return said.author.us ? [] : found(understood(), said.langs).labels
  },
  get langs() {
    return said.author.us ? said.langs : found(understood(), said.langs).langs
  },
})

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
