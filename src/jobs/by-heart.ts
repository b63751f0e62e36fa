/** What a quiet room holds, known by heart: most of what a network says is let go without asking the database. */
import type { Db } from '../db/db.ts'
import { idsHeld } from '../flows/sift.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'
import type { Changes } from './changes.ts'

/** Learnt once nothing has changed in the workspace for so long: while it is busy, the database is asked each time. */
const QUIET_MS = 5_000
/** And only by a room that hears without end: a feed that is read now and then asks less than it would learn. */
const OFTEN = 20
/** Of a room that holds more, the database is asked each time too: this many take some three megabytes. */
const MOST = 20_000

type Place = { workspaceId: Id; roomId: Id; channel: string }
type Hands = { db: Db; clock: Clock; changes: Changes }

/** Whether a room may hold something by this id: a message, or the beginning of a thread, or somebody. */
export type MayHold = (id: string) => boolean

export class ByHeart {
  readonly #place: Place
  readonly #hands: Hands
  #known: { stood: string; ids: ReadonlySet<string> } | null = null
  #seen = { stood: '', at: Number.NaN, asked: 0 }
  #isTooMuch = false

  constructor(place: Place, hands: Hands) {
    this.#place = place
    this.#hands = hands
  }

  /** As things now stand; where they are not known by heart, everything may be held. */
  async now(): Promise<MayHold> {
    const { changes, clock } = this.#hands
    const stood = changes.stand(this.#place.workspaceId)
    if (this.#known?.stood === stood) return this.#holds(this.#known.ids)
    this.#known = null
    const now = clock.now().getTime()
    if (this.#seen.stood !== stood) this.#seen = { stood, at: now, asked: 0 }
    const isQuiet = now - this.#seen.at >= QUIET_MS && ++this.#seen.asked > OFTEN
    if (!isQuiet || !changes.isOpen || this.#isTooMuch) return anything
    const ids = await this.#learn()
    // What came meanwhile may be missing from it.
    if (changes.stand(this.#place.workspaceId) !== stood || ids === null) return anything
    this.#known = { stood, ids }
    return this.#holds(ids)
  }

  #holds(ids: ReadonlySet<string>): MayHold {
    return (id) => ids.has(id)
  }

  /** Null: it is too much. */
  async #learn(): Promise<ReadonlySet<string> | null> {
    const { workspaceId, roomId, channel } = this.#place
    const ids = await this.#hands.db.look(workspaceId, (tx) => idsHeld(tx, { id: roomId, channel }, MOST + 1))
    this.#isTooMuch = ids.length > MOST
    return this.#isTooMuch ? null : new Set(ids)
  }
}

const anything: MayHold = () => true
