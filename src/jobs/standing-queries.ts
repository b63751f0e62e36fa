/**
 * The listeners of each room, ready to be asked of what it hears. They are read again when somebody changed one. What many
 * rooms hear alike (a network over one line) is asked of the listeners of all workspaces at once.
 */
import { type Listener, listeners } from '../domain/listener/listener.store.ts'
import { AskedPost } from '../domain/message/asked-post.ts'
import { taughtTo } from '../domain/message/correction.store.ts'
import type { Passing, Said } from '../domain/message/heard.ts'
import { type Taught, understoodBy, untaught } from '../domain/message/understood.ts'
import type { Id } from '../lib/ids.ts'
import type { FieldName } from '../listening/fields.ts'
import { QueryIndex } from '../listening/index/query-index.ts'
import { matches } from '../listening/matches.ts'
import { parse } from '../listening/parse.ts'
import type { Query } from '../listening/query.ts'
import { refuseAsListener } from '../listening/too-broad.ts'
import { without } from '../listening/without.ts'
import type { Changes } from './changes.ts'
import type { Hands } from './hands.ts'

type Message = Said | Passing
/** Gives the ids of the listeners that want each of these messages, understood as its workspace taught. */
type Wanted = (messages: readonly Message[]) => readonly (readonly Id[])[]
type Place = { workspaceId: Id; roomId: Id; channel: string }

/** The listeners of one room. */
export interface RoomListeners {
  /** As they now are: only what changed is read anew. `called` is the room's name. */
  now(called: string): Promise<Wanted>
  /** The room is heard no more. */
  leave(): void
}

export class StandingQueries {
  readonly #hands: Pick<Hands, 'db' | 'clock' | 'log'>
  readonly #changes: Changes
  readonly #workspaces = new Map<Id, Workspace>()
  readonly #shared = new Shared()

  constructor(hands: Pick<Hands, 'db' | 'clock' | 'log'>, changes: Changes) {
    this.#hands = hands
    this.#changes = changes
  }

  of({ workspaceId, roomId, channel }: Place): RoomListeners {
    const workspace = this.#workspaces.get(workspaceId) ?? new Workspace(workspaceId, this.#hands, this.#shared)
    this.#workspaces.set(workspaceId, workspace)
    workspace.rooms++
    const room = new Room(roomId, channel, workspace, this.#shared)
    return {
      now: async (called) => {
        await workspace.upToDate(() => this.#changes.stand(workspaceId, matter))
        room.keepUp()
        const now = this.#hands.clock.now()
        return (messages) => room.wanted(messages, called, now)
      },
      leave: () => {
        if (--workspace.rooms > 0) return
        workspace.leave()
        this.#workspaces.delete(workspaceId)
      },
    }
  }
}

/** The kinds of happenings after which they are read anew. */
const matter = ['listener', 'understanding']

/** What differs from room to room, or by what a workspace taught: it can't be asked of a message for all of them at once. */
const ofTheRoom: ReadonlySet<FieldName> = new Set(['in', 'is', 'objective', 'assignee'])

/** How much of a listener's query can be asked for all rooms at once. What can't is asked by each room of its own. */
type Standing = { readonly id: Id; readonly query: string; readonly rooms: Listener['rooms']; readonly common: Common }
type Common = 'all of it' | 'a part' | 'nothing'

/** The part of it that can be asked for all at once; null: none that would hold back enough. */
function commonOf(query: Query): Query | null {
  const left = without(query, ofTheRoom)
  return left !== null && refuseAsListener(left) === null ? left : null
}

/** The listeners of one workspace, for as long as one of its rooms is heard here. */
class Workspace {
  readonly id: Id
  rooms = 0
  taught: Taught = untaught
  standing: ReadonlyMap<Id, Standing> = new Map()
  /** How often `standing` was read. */
  readings = 0
  readonly #hands: Pick<Hands, 'db' | 'log'>
  readonly #shared: Shared
  #readAs: string | null = null
  #reading: Promise<void> | null = null

  constructor(id: Id, hands: Pick<Hands, 'db' | 'log'>, shared: Shared) {
    this.id = id
    this.#hands = hands
    this.#shared = shared
  }

  /** Reads them, unless they were read when things stood as they stand now. Its rooms wait for one reading. */
  async upToDate(as: () => string): Promise<void> {
    for (let now = as(); this.#readAs !== now; now = as()) {
      this.#reading ??= this.#read(now).finally(() => {
        this.#reading = null
      })
      await this.#reading
    }
  }

  leave(): void {
    for (const id of this.standing.keys()) this.#shared.remove(id)
  }

  async #read(as: string): Promise<void> {
    const [rows, taught] = await this.#hands.db.look(this.id, (tx) => Promise.all([listeners(tx), taughtTo(tx)]))
    this.#readAs = as
    if (this.rooms === 0) return
    const standing = new Map<Id, Standing>()
    for (const row of rows) {
      const { id, query, rooms } = row
      const before = this.standing.get(id)
      const common = before?.query === query ? before.common : this.#ask(row)
      if (common !== null) standing.set(id, { id, query, rooms, common })
    }
    for (const id of this.standing.keys()) if (!standing.has(id)) this.#shared.remove(id)
    this.standing = standing
    this.taught = taught
    this.readings++
  }

  /** Has a query asked with all others, as far as it can be. Null: it can't be read any more, hears nothing, and the log says so. */
  #ask({ id, name, query }: Listener): Common | null {
    try {
      const whole = parse(query)
      const common = commonOf(whole)
      if (common === null) this.#shared.remove(id)
      else this.#shared.ask(id, this.id, common)
      return common === null ? 'nothing' : common === whole ? 'all of it' : 'a part'
    } catch (error) {
      this.#hands.log(`listener ${name}: ${(error as Error).message}`)
      return null
    }
  }
}

/** What is asked of every message once, whichever rooms hear it, for all workspaces. */
class Shared {
  readonly #index = new QueryIndex()
  readonly #workspaceOf = new Map<Id, Id>()
  #answers = new WeakMap<Message, Answer>()

  ask(listener: Id, workspace: Id, query: Query): void {
    this.remove(listener)
    this.#index.add(listener, query)
    this.#workspaceOf.set(listener, workspace)
  }

  remove(listener: Id): void {
    this.#index.remove(listener)
    this.#workspaceOf.delete(listener)
    this.#answers = new WeakMap()
  }

  /** The listeners of a workspace that want each of them, or might. */
  of(workspace: Id, messages: readonly Message[], channel: string, now: Date): readonly (readonly Id[])[] {
    const news = messages.filter((message) => !this.#answers.has(message))
    const posts = news.map((message) => new AskedPost(message, { room: null, channel }, asShipped))
    for (const [at, ids] of this.#index.matchAll(posts, now).entries())
      this.#answers.set(news[at] as Message, ids.length === 0 ? none : Map.groupBy(ids, this.#of))
    return messages.map((message) => this.#answers.get(message)?.get(workspace) ?? nobody)
  }

  readonly #of = (listener: Id) => this.#workspaceOf.get(listener) as Id
}

/** By workspace: its listeners. */
type Answer = ReadonlyMap<Id, readonly Id[]>
const none: Answer = new Map()
const nobody: readonly Id[] = []
const asShipped = (said: Said) => understoodBy(untaught, said)

/** One room of a workspace, and which of its listeners hear there. */
class Room {
  readonly #id: Id
  readonly #channel: string
  readonly #workspace: Workspace
  readonly #shared: Shared
  #readings = 0
  /** Those that are asked with all others, and those of which nothing can be. */
  #common: ReadonlyMap<Id, Standing> = new Map()
  #own: readonly Standing[] = []
  #index = new QueryIndex()

  constructor(id: Id, channel: string, workspace: Workspace, shared: Shared) {
    this.#id = id
    this.#channel = channel
    this.#workspace = workspace
    this.#shared = shared
  }

  keepUp(): void {
    if (this.#readings === this.#workspace.readings) return
    this.#readings = this.#workspace.readings
    const here = [...this.#workspace.standing.values()].filter(({ rooms }) => rooms?.includes(this.#id) ?? true)
    this.#common = new Map(here.filter(({ common }) => common !== 'nothing').map((it) => [it.id, it]))
    this.#own = here.filter(({ common }) => common === 'nothing')
    this.#index = new QueryIndex()
    for (const { id, query } of this.#own) this.#index.add(id, parse(query))
  }

  /** Most rooms have no listener: of their messages nothing is read for one. */
  wanted(messages: readonly Message[], called: string, now: Date): readonly (readonly Id[])[] {
    const channel = this.#channel
    const understood = (said: Said) => understoodBy(this.#workspace.taught, said)
    const post = (message: Message) => new AskedPost(message, { room: called, channel }, understood)
    const common = this.#common.size === 0 ? null : this.#shared.of(this.#workspace.id, messages, channel, now)
    const own = this.#own.length === 0 ? null : this.#index.matchAll(messages.map(post), now)
    return messages.map((message, at) => {
      const likely = common?.[at]?.map((id) => this.#common.get(id)).filter((it) => it !== undefined) ?? []
      const sure = likely.filter(
        ({ query, common }) => common === 'all of it' || matches(parse(query), post(message), now),
      )
      return [...sure.map(({ id }) => id), ...(own?.[at] ?? nobody)]
    })
  }
}
