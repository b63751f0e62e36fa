import { carries, type FieldName } from '../fields.ts'
import type { Post } from '../post.ts'
import type { Query } from '../query.ts'
import { marked } from '../reading.ts'
import { anchorsOf } from './anchors.ts'
import { fieldOf, Hits, wordsOfPair } from './hits.ts'
import { grown, Pool } from './pool.ts'
import { type Asked, answer, compile, Moments, release } from './program.ts'
import { fact, pair, row, rowSize, Terms } from './terms.ts'
import { Words } from './words.ts'

/**
 * Many standing queries, asked of each message at the cost of the few that may match it. It says what the plain reading
 * (`matches`) says of each; the tests hold the two equal.
 *
 * A message's words are looked up among all terms that anybody asks for. Each query waits at the rarest terms that it
 * can't do without, its anchors: only when one of them is met is the query asked. Which terms are rare is learnt from the
 * messages, and a query that is asked in vain too often moves to a better anchor. So what a message costs grows with the
 * queries that (nearly) match it, not with how many there are.
 */
export class QueryIndex {
  readonly #terms = new Terms()
  readonly #hits = new Hits(this.#terms)
  readonly #words = new Words()
  readonly #moments = new Moments()
  readonly #pool = new Pool()

  /** By a query's slot: its id; its block (anchors and where they list it, then its program); when it was last asked. */
  readonly #ids: (string | null)[] = []
  #blocks = new Int32Array(64)
  #sizes = new Int32Array(64)
  #askedIn = new Int32Array(64)
  readonly #slots = new Map<string, number>()
  readonly #freed: number[] = []

  /** By a pair that somebody waits for: which of its words wakes them. */
  readonly #wakers = new Map<number, number>()
  /** The fields at whose facts queries wait, with how many do. */
  readonly #fieldsWaitedAt = new Map<FieldName, number>()

  readonly #asked: Asked
  #message = 0
  #post: Post | null = null
  #now: Date | null = null
  readonly #found: number[] = []

  constructor() {
    this.#asked = {
      hits: this.#hits,
      present: 2,
      isNow: (at) => {
        const moment = this.#moments.at(at)
        return !!moment && !!this.#post && carries(moment.name, moment.value, this.#post, this.#now)
      },
    }
  }

  get size(): number {
    return this.#slots.size
  }

  /** The words of a message, for `mayMatch`: begin, then add its parts. */
  get words(): Words {
    return this.#words
  }

  /** Adds a query, or puts it in the place of the one by that id. The next message is asked for it. */
  add(id: string, query: Query): void {
    this.remove(id)
    const slot = this.#freed.pop() ?? this.#ids.length
    if (slot >= this.#blocks.length) this.#growSlots()
    this.#ids[slot] = id
    this.#slots.set(id, slot)
    this.#askedIn[slot] = 0
    this.#settle(slot, compile(query, this.#terms, this.#moments))
  }

  /** False: there is none by that id. */
  remove(id: string): boolean {
    const slot = this.#slots.get(id)
    if (slot === undefined) return false
    const code = this.#leave(slot)
    release(code, 0, code.length, this.#terms, this.#moments)
    this.#slots.delete(id)
    this.#ids[slot] = null
    this.#freed.push(slot)
    return true
  }

  /**
   * The ids of the queries that match, in the order in which they were added; one that came after another was removed
   * may stand in its place. `now` is for `older_than:` alone.
   */
  match(post: Post, now: Date | null = null): readonly string[] {
    this.#words.begin()
    addTexts(post, this.#words)
    this.#post = post
    this.#now = now
    if (!this.#hits.take(this.#words, post, this.#askAlways)) return none
    this.#asked.present = 2
    for (const name of this.#fieldsWaitedAt.keys()) this.#hits.takeField(name)
    this.#ask(false)
    const found = this.#found
    if (found.length === 0) return none
    ascending(found)
    const ids = found.map((slot) => this.#ids[slot] as string)
    found.length = 0
    return ids
  }

  /**
   * Whether a message may match at all, told from `words` alone. They may be more than those of the message: only false
   * is certain.
   */
  mayMatch(): boolean {
    if (this.#fieldsWaitedAt.size > 0) return true
    this.#post = null
    if (!this.#hits.take(this.#words, null, this.#askAlways)) return false
    this.#asked.present = 1
    this.#ask(true)
    const may = this.#found.length > 0
    this.#found.length = 0
    return may
  }

  /** Whether some query waits for no word: it is asked whatever is said. */
  get #askAlways(): boolean {
    return this.#fieldsWaitedAt.size > 0 || this.#terms.rows[row.waiting] !== 0
  }

  /** Asks the queries that wait at what was met. `oneIsEnough`: ends with the first that may hold. */
  #ask(oneIsEnough: boolean): void {
    const message = this.#nextMessage()
    const { terms, count, signature } = this.#hits
    const rows = this.#terms.rows
    const data = this.#pool.data
    const askedIn = this.#askedIn
    const found = this.#found
    let restless = 0
    for (let i = -1; i < count; i++) {
      const term = i < 0 ? 0 : (terms[i] as number)
      const waiting = rows[term * rowSize + row.waiting] as number
      if (waiting === 0) continue
      const list = rows[term * rowSize + row.list] as number
      const end = list + waiting * entrySize
      const before = found.length
      for (let at = list; at < end; at += entrySize) {
        const entry = data[at] as number
        const slot = entry >>> flags
        if ((entry & direct) === 0) {
          const guard = data[at + 1] as number
          if (guard !== 0 && !this.#hits.has(guard)) continue
          const mask = data[at + 2] as number
          if (mask !== 0 && (mask & signature) === 0) continue
        }
        if ((entry & onlyHere) === 0) {
          if (askedIn[slot] === message) continue
          askedIn[slot] = message
        }
        if ((entry & direct) === 0 && answer(data, data[at + 3] as number, this.#asked) === 0) continue
        found.push(slot)
        if (oneIsEnough) return
      }
      const vain = waiting - (found.length - before)
      if (vain === 0) continue
      const wasted = (rows[term * rowSize + row.wasted] as number) + vain
      rows[term * rowSize + row.wasted] = wasted
      if (wasted > 1 << (rows[term * rowSize + row.patience] as number)) restless = term
    }
    if (restless !== 0) this.#reconsider(restless)
  }

  #nextMessage(): number {
    if (this.#message === 0x7fffffff) {
      this.#askedIn.fill(0)
      this.#message = 0
    }
    return ++this.#message
  }

  /** Queries that were asked in vain often: those for whom another term has turned out rarer wait there from now on. */
  #reconsider(term: number): void {
    const { rows } = this.#terms
    const at = term * rowSize
    const list = rows[at + row.list] as number
    const count = rows[at + row.waiting] as number
    const slots: number[] = []
    for (let i = count - 1; i >= Math.max(0, count - most); i--) {
      slots.push((this.#pool.data[list + i * entrySize] as number) >>> flags)
    }
    const movers = slots.filter(
      (slot) => !anchorsOf(this.#pool.data, this.#codeOf(slot), this.#terms).terms.includes(term),
    )
    for (const slot of movers) this.#settle(slot, this.#leave(slot))
    rows[at + row.wasted] = 0
    // Where nothing better was to be had, it is asked for more seldom.
    rows[at + row.patience] = movers.length > 0 ? leastPatience : Math.min((rows[at + row.patience] as number) + 1, 30)
  }

  /** Lists a query at its anchors, and keeps its program. */
  #settle(slot: number, code: readonly number[]): void {
    const anchors = anchorsOf(code, 0, this.#terms)
    const { terms } = anchors
    const size = 1 + terms.length * 2 + code.length
    const block = this.#pool.take(size)
    this.#blocks[slot] = block
    this.#sizes[slot] = size
    const program = block + 1 + terms.length * 2
    const entry = (slot << flags) | (anchors.direct ? direct : 0) | (terms.length === 1 ? onlyHere : 0)
    for (const [i, term] of terms.entries()) {
      const place = this.#list(term, [entry, anchors.guard, anchors.mask, program])
      this.#pool.data[block + 1 + i * 2] = term
      this.#pool.data[block + 2 + i * 2] = place
    }
    this.#pool.data[block] = terms.length
    this.#pool.data.set(code, program)
    this.#countWaiting(terms, 1)
  }

  /** Takes a query out of all lists; gives its program. */
  #leave(slot: number): number[] {
    const data = this.#pool.data
    const block = this.#blocks[slot] as number
    const anchors = data[block] as number
    const code = [...data.subarray(block + 1 + anchors * 2, block + (this.#sizes[slot] as number))]
    const terms: number[] = []
    for (let i = 0; i < anchors; i++) {
      const term = data[block + 1 + i * 2] as number
      terms.push(term)
      this.#unlist(term, data[block + 2 + i * 2] as number)
    }
    this.#countWaiting(terms, -1)
    this.#pool.give(block, this.#sizes[slot] as number)
    return code
  }

  /** Gives the place in the list. */
  #list(term: number, entry: readonly number[]): number {
    const at = term * rowSize
    const place = this.#terms.rows[at + row.waiting] as number
    if (place === this.#terms.rows[at + row.room]) this.#growList(term)
    this.#pool.data.set(entry, (this.#terms.rows[at + row.list] as number) + place * entrySize)
    this.#terms.rows[at + row.waiting] = place + 1
    return place
  }

  /** The last of the list takes the place that becomes free, and its query learns where it is now. */
  #unlist(term: number, place: number): void {
    const { rows } = this.#terms
    const data = this.#pool.data
    const at = term * rowSize
    const list = rows[at + row.list] as number
    const last = (rows[at + row.waiting] as number) - 1
    rows[at + row.waiting] = last
    if (place !== last) {
      data.copyWithin(list + place * entrySize, list + last * entrySize, list + (last + 1) * entrySize)
      const moved = this.#blocks[(data[list + place * entrySize] as number) >>> flags] as number
      for (let i = 0; i < (data[moved] as number); i++) {
        if (data[moved + 1 + i * 2] === term) data[moved + 2 + i * 2] = place
      }
    }
    if (last > 0) return
    this.#pool.give(list, (rows[at + row.room] as number) * entrySize)
    rows[at + row.room] = 0
  }

  #growList(term: number): void {
    const { rows } = this.#terms
    const at = term * rowSize
    const room = rows[at + row.room] as number
    const list = this.#pool.take(Math.max(1, room * 2) * entrySize)
    if (room === 0) {
      rows[at + row.wasted] = 0
      rows[at + row.patience] = leastPatience
    } else {
      const old = rows[at + row.list] as number
      this.#pool.data.copyWithin(list, old, old + room * entrySize)
      this.#pool.give(old, room * entrySize)
    }
    rows[at + row.list] = list
    rows[at + row.room] = Math.max(1, room * 2)
  }

  /** Notes what wakes a query: its anchors, a word of those that are pairs, the fields of those that are facts. */
  #countWaiting(anchors: readonly number[], by: 1 | -1): void {
    for (const anchor of anchors) {
      this.#terms.add(anchor, row.wakes, by)
      switch (this.#terms.kindOf(anchor)) {
        case pair:
          this.#terms.add(this.#wakerOf(anchor), row.wakes, by)
          if (this.#terms.rows[anchor * rowSize + row.wakes] === 0) this.#wakers.delete(anchor)
          break
        case fact: {
          const name = fieldOf(this.#terms.textOf(anchor))
          const count = (this.#fieldsWaitedAt.get(name) ?? 0) + by
          if (count === 0) this.#fieldsWaitedAt.delete(name)
          else this.#fieldsWaitedAt.set(name, count)
        }
      }
    }
  }

  /** The rarer word of a pair: as long as somebody waits for the pair, it is the same. */
  #wakerOf(both: number): number {
    const known = this.#wakers.get(both)
    if (known !== undefined) return known
    const [first, second] = wordsOfPair(this.#terms.textOf(both))
    const word = this.#terms.rate(first) < this.#terms.rate(second) ? first : second
    this.#wakers.set(both, word)
    return word
  }

  #codeOf(slot: number): number {
    const block = this.#blocks[slot] as number
    return block + 1 + (this.#pool.data[block] as number) * 2
  }

  #growSlots(): void {
    const size = this.#blocks.length * 2
    this.#blocks = grown(this.#blocks, new Int32Array(size))
    this.#sizes = grown(this.#sizes, new Int32Array(size))
    this.#askedIn = grown(this.#askedIn, new Int32Array(size))
  }
}

/** A query in a term's list: its slot with two flags, its guard, its mask, where its program begins. */
const entrySize = 4
const flags = 2
const direct = 1
/** It waits nowhere else, and so can't be asked twice. */
const onlyHere = 2
/** 2 ^ 12 askings in vain pay for looking at so many queries again. */
const leastPatience = 12
const most = 32

const none: readonly string[] = []

function addTexts({ title, text, images, tags, mentions }: Post, words: Words): void {
  if (title) words.addText(title)
  words.addText(text)
  if (images && images.length > 0) for (const { alt } of images) words.addText(alt)
  if (tags && tags.length > 0) for (const tag of tags) words.addText(marked('#', tag))
  if (mentions && mentions.length > 0) for (const handle of mentions) words.addText(marked('@', handle))
}

/** Few match, so that shifting them into order is quicker than a sort that calls back. */
function ascending(slots: number[]): void {
  if (slots.length > 100) {
    slots.sort((a, b) => a - b)
    return
  }
  for (let i = 1; i < slots.length; i++) {
    const slot = slots[i] as number
    let to = i
    for (; to > 0 && (slots[to - 1] as number) > slot; to--) slots[to] = slots[to - 1] as number
    slots[to] = slot
  }
}
