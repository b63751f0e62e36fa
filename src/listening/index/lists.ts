import { broughtNear, grown, Pool } from './pool.ts'
import { leastPatience, row, rowSize } from './row.ts'
import type { Terms } from './terms.ts'

/**
 * Which queries wait at which terms. Each term has a list of entries of four numbers: the query's slot with two flags,
 * what it takes a look at before it is asked (its guard and its members), and where its program begins. Each query has a
 * block: how many anchors, for each the term and the place in its list, then its program.
 */
export class Lists {
  readonly pool = new Pool()
  readonly #terms: Terms
  #blocks = new Int32Array(64)
  #sizes = new Int32Array(64)

  constructor(terms: Terms) {
    this.#terms = terms
  }

  /** Lists a query at its anchors, and keeps its program. */
  enter(
    slot: number,
    anchors: readonly number[],
    flags: number,
    looks: readonly [number, number],
    code: readonly number[],
  ): void {
    if (slot >= this.#blocks.length) this.#growSlots(slot)
    const size = 1 + anchors.length * 2 + code.length
    const block = this.pool.take(size)
    const program = block + 1 + anchors.length * 2
    this.#blocks[slot] = block
    this.#sizes[slot] = size
    for (const [i, term] of anchors.entries()) {
      const place = this.#append(term, [(slot << flagBits) | flags, ...looks, program])
      this.pool.data[block + 1 + i * 2] = term
      this.pool.data[block + 2 + i * 2] = place
    }
    this.pool.data[block] = anchors.length
    this.pool.data.set(code, program)
  }

  /** Takes a query out of its lists; gives its anchors and its program. */
  leave(slot: number): { anchors: number[]; code: number[] } {
    const { data } = this.pool
    const block = this.#blocks[slot] as number
    const size = this.#sizes[slot] as number
    const count = data[block] as number
    const code = [...data.subarray(block + 1 + count * 2, block + size)]
    const anchors: number[] = []
    for (let i = 0; i < count; i++) {
      const term = data[block + 1 + i * 2] as number
      anchors.push(term)
      this.#take(term, data[block + 2 + i * 2] as number)
    }
    this.pool.give(block, size)
    return { anchors, code }
  }

  /** Touches the lists of these terms: each line of memory is on its way before the first is needed. */
  bringNear(terms: readonly number[]): void {
    const { rows } = this.#terms
    const { data } = this.pool
    let touched = 0
    for (let i = 0; i < terms.length; i++)
      touched ^= data[rows[(terms[i] as number) * rowSize + row.list] as number] as number
    broughtNear[0] = touched
  }

  /** The slots of the queries that came last to a term. */
  lastAt(term: number, most: number): number[] {
    const at = term * rowSize
    const list = this.#terms.rows[at + row.list] as number
    const count = this.#terms.rows[at + row.waiting] as number
    const slots: number[] = []
    for (let i = count - 1; i >= Math.max(0, count - most); i--) {
      slots.push((this.pool.data[list + i * entrySize] as number) >>> flagBits)
    }
    return slots
  }

  /** Where a query's program begins. */
  programOf(slot: number): number {
    const block = this.#blocks[slot] as number
    return block + 1 + (this.pool.data[block] as number) * 2
  }

  /** Gives the place in the list. */
  #append(term: number, entry: readonly number[]): number {
    const at = term * rowSize
    const place = this.#terms.rows[at + row.waiting] as number
    if (place === this.#terms.rows[at + row.room]) this.#growList(term)
    this.pool.data.set(entry, (this.#terms.rows[at + row.list] as number) + place * entrySize)
    this.#terms.rows[at + row.waiting] = place + 1
    return place
  }

  /** The last of the list takes the place that becomes free, and its query learns where it is now. */
  #take(term: number, place: number): void {
    const { rows } = this.#terms
    const { data } = this.pool
    const at = term * rowSize
    const list = rows[at + row.list] as number
    const last = (rows[at + row.waiting] as number) - 1
    rows[at + row.waiting] = last
    if (place !== last) {
      data.copyWithin(list + place * entrySize, list + last * entrySize, list + (last + 1) * entrySize)
      const moved = this.#blocks[(data[list + place * entrySize] as number) >>> flagBits] as number
      for (let i = 0; i < (data[moved] as number); i++) {
        if (data[moved + 1 + i * 2] === term) data[moved + 2 + i * 2] = place
      }
    }
    if (last > 0) return
    this.pool.give(list, (rows[at + row.room] as number) * entrySize)
    rows[at + row.room] = 0
  }

  #growList(term: number): void {
    const { rows } = this.#terms
    const at = term * rowSize
    const room = rows[at + row.room] as number
    const list = this.pool.take(Math.max(1, room * 2) * entrySize)
    if (room === 0) {
      rows[at + row.wasted] = 0
      rows[at + row.patience] = leastPatience
    } else {
      const old = rows[at + row.list] as number
      this.pool.data.copyWithin(list, old, old + room * entrySize)
      this.pool.give(old, room * entrySize)
    }
    rows[at + row.list] = list
    rows[at + row.room] = Math.max(1, room * 2)
  }

  #growSlots(slot: number): void {
    const size = Math.max(slot + 1, this.#blocks.length * 2)
    this.#blocks = grown(this.#blocks, new Int32Array(size))
    this.#sizes = grown(this.#sizes, new Int32Array(size))
  }
}

export const entrySize = 4
export const flagBits = 2
/** Whoever meets the term need ask no more: the query holds. */
export const direct = 1
/** It waits nowhere else, and so can't be asked twice. */
export const onlyHere = 2
