import { carries, type FieldName } from '../fields.ts'
import type { Post } from '../post.ts'
import type { Query } from '../query.ts'
import { marked } from '../reading.ts'
import { anchorsOf } from './anchors.ts'
import { type Asked, answer } from './answer.ts'
import { compile, foldedName, Moments, release } from './compile.ts'
import { fieldOf, Hits } from './hits.ts'
import { direct, entrySize, flagBits, Lists, onlyHere } from './lists.ts'
import { Lookup } from './lookup.ts'
import { broughtNear, grown } from './pool.ts'
import { cased, fact, folded, leastPatience, row, rowSize } from './row.ts'
import { Terms } from './terms.ts'
import { Waking } from './waking.ts'
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
  readonly #words = new Words()
  readonly #lookup = new Lookup(this.#terms)
  readonly #waking = new Waking(this.#terms, this.#lookup)
  readonly #hits = new Hits(this.#terms, this.#words, this.#lookup, this.#waking.signature)
  readonly #lists = new Lists(this.#terms)
  readonly #moments = new Moments()

  /** By a query's slot: its id, and the message that it was last asked of. */
  readonly #ids: (string | null)[] = []
  #askedIn = new Int32Array(64)
  readonly #slots = new Map<string, number>()
  readonly #freed: number[] = []
  /** The fields at whose facts queries wait, with how many do. */
  readonly #fieldsWaitedAt = new Map<FieldName, number>()

  readonly #asked: Asked
  #message = 0
  #post: Post | null = null
  #now: Date | null = null
  readonly #found: number[] = []
  /** The entries for which the message looks right, and the terms that woke them. */
  readonly #worth: number[] = []
  readonly #worthAt: number[] = []

  constructor() {
    this.#asked = {
      hits: this.#hits,
      isNow: (at) => {
        const moment = this.#moments.at(at)
        return !!moment && !!this.#post && carries(moment.name, moment.value, this.#post, this.#now)
      },
    }
  }

  get size(): number {
    return this.#slots.size
  }

  /** Adds a query, or puts it in the place of the one by that id. The next message is asked for it. */
  add(id: string, query: Query): void {
    this.remove(id)
    const slot = this.#freed.pop() ?? this.#ids.length
    this.#ids[slot] = id
    if (slot >= this.#askedIn.length) this.#askedIn = grown(this.#askedIn, new Int32Array(slot * 2))
    this.#askedIn[slot] = 0
    this.#slots.set(id, slot)
    this.#enter(slot, compile(query, this.#terms, this.#moments))
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
    this.#look(post)
    for (const name of this.#fieldsWaitedAt.keys()) this.#hits.takeField(name, this.#waking.wake)
    if (this.#waking.woken.length === 0) return none
    const found = this.#ask()
    if (found.length === 0) return none
    ascending(found)
    return found.map((slot) => this.#ids[slot] as string)
  }

  /** Wakes whoever waits for a word of the message. */
  #look(post: Post): void {
    if (this.#message === 0x7fffffff) this.#countFromZero()
    this.#message++
    this.#hits.begin(this.#message, post)
    this.#waking.look(this.#words, this.#message)
    if ((this.#message & countedEvery) === 0) this.#hits.count()
  }

  /** Asks the queries that wait at what was met; gives the slots of those that hold. */
  #ask(): number[] {
    const { woken, signature } = this.#waking
    const { rows } = this.#terms
    const { data } = this.#lists.pool
    const found = this.#found
    found.length = 0
    this.#lists.bringNear(woken)
    for (let i = 0; i < woken.length; i++) {
      const term = woken[i] as number
      const list = rows[term * rowSize + row.list] as number
      const waiting = rows[term * rowSize + row.waiting] as number
      let worth = 0
      for (let at = list; at < list + waiting * entrySize; at += entrySize) {
        const entry = data[at] as number
        if ((entry & (direct | onlyHere)) === (direct | onlyHere)) {
          found.push(entry >>> flagBits)
          worth++
          continue
        }
        const guard = data[at + 1] as number
        if (guard !== 0 && !signature.has(guard)) continue
        const members = data[at + 2] as number
        if (members !== 0 && !signature.hasOneOf(members)) continue
        this.#worth.push(at)
        this.#worthAt.push(term)
        worth++
      }
      rows[term * rowSize + row.wasted] = (rows[term * rowSize + row.wasted] as number) + waiting - worth
    }
    if (this.#worth.length > 0) this.#askEach(found)
    for (let i = 0; i < woken.length; i++) {
      const at = (woken[i] as number) * rowSize
      if ((rows[at + row.wasted] as number) <= 1 << (rows[at + row.patience] as number)) continue
      this.#reconsider(woken[i] as number)
      break
    }
    return found
  }

  /** Asks those for whom the message looks right. */
  #askEach(found: number[]): void {
    const message = this.#message
    const askedIn = this.#askedIn
    const { rows } = this.#terms
    const { data } = this.#lists.pool
    let touched = 0
    for (const at of this.#worth) {
      touched ^= (data[data[at + 3] as number] as number) ^ (askedIn[(data[at] as number) >>> flagBits] as number)
    }
    broughtNear[0] = touched
    for (const [i, at] of this.#worth.entries()) {
      const entry = data[at] as number
      const slot = entry >>> flagBits
      if ((entry & onlyHere) === 0) {
        if (askedIn[slot] === message) continue
        askedIn[slot] = message
      }
      if ((entry & direct) !== 0 || answer(data, data[at + 3] as number, this.#asked)) found.push(slot)
      else {
        const wasted = (this.#worthAt[i] as number) * rowSize + row.wasted
        rows[wasted] = (rows[wasted] as number) + 1
      }
    }
    this.#worth.length = 0
    this.#worthAt.length = 0
  }

  /** Queries that were asked in vain often: those for whom another term has turned out rarer wait there from now on. */
  #reconsider(term: number): void {
    const movers = this.#lists.lastAt(term, reconsidered).filter((slot) => {
      const anchors = anchorsOf(this.#lists.pool.data, this.#lists.programOf(slot), this.#terms)
      return !anchors.terms.includes(term)
    })
    for (const slot of movers) this.#enter(slot, this.#leave(slot))
    const { rows } = this.#terms
    const at = term * rowSize
    rows[at + row.wasted] = 0
    // Where nothing better was to be had, it is asked for more seldom.
    rows[at + row.patience] = movers.length > 0 ? leastPatience : Math.min((rows[at + row.patience] as number) + 1, 30)
  }

  #enter(slot: number, code: readonly number[]): void {
    const anchors = anchorsOf(code, 0, this.#terms)
    const flags = (anchors.direct ? direct : 0) | (anchors.terms.length === 1 ? onlyHere : 0)
    this.#lists.enter(slot, anchors.terms, flags, [anchors.guard, anchors.members], code)
    for (const term of anchors.terms) this.#countWaiting(term, 1)
  }

  /** Gives its program. */
  #leave(slot: number): number[] {
    const { anchors, code } = this.#lists.leave(slot)
    for (const term of anchors) this.#countWaiting(term, -1)
    return code
  }

  /** Notes by what a query that waits at a term is woken: the field of a fact, the word of a cased form, else the term. */
  #countWaiting(term: number, by: 1 | -1): void {
    if (term === 0) return
    const kind = this.#terms.kindOf(term)
    if (kind === fact) {
      const name = fieldOf(this.#terms.textOf(term))
      const count = (this.#fieldsWaitedAt.get(name) ?? 0) + by
      if (count === 0) this.#fieldsWaitedAt.delete(name)
      else this.#fieldsWaitedAt.set(name, count)
    } else if (by < 0) this.#waking.forget()
    else this.#waking.note(kind === cased ? this.#terms.named(folded, foldedName(this.#terms.textOf(term))) : term)
  }

  #countFromZero(): void {
    this.#message = 0
    this.#askedIn.fill(0)
    for (let term = 0; term < this.#terms.end; term++) {
      this.#terms.rows[term * rowSize + row.seen] = 0
      this.#terms.rows[term * rowSize + row.woke] = 0
    }
  }
}

/** One message in 64 is counted, to learn how common terms are. */
const countedEvery = 63
/** So many queries of a term that is asked in vain are looked at again, no more at a time. */
const reconsidered = 32

const none: readonly string[] = []

function addTexts({ title, text, images, tags, mentions }: Post, words: Words): void {
  if (title) words.addText(title)
  words.addText(text)
  for (let i = 0; images && i < images.length; i++) words.addText(images[i]?.alt ?? '')
  for (let i = 0; tags && i < tags.length; i++) words.addText(marked('#', tags[i] ?? ''))
  for (let i = 0; mentions && i < mentions.length; i++) words.addText(marked('@', mentions[i] ?? ''))
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
