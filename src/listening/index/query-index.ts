import { carries, type FieldName } from '../fields.ts'
import type { Post } from '../post.ts'
import type { Query } from '../query.ts'
import { direct, onlyHere } from './agreed/entries.ts'
import { cased, fact, folded } from './agreed/kinds.ts'
import { anchorsOf } from './anchors.ts'
import { isPicture, meet } from './characters.ts'
import { compile, foldedName, Moments, release } from './compile.ts'
import { Core } from './core.ts'
import { Facts, fieldOf } from './facts.ts'
import { fieldNames } from './program.ts'
import { Slots } from './slots.ts'
import { hasPhrase, isNear } from './starts.ts'
import { Terms } from './terms.ts'
import { Texts } from './texts.ts'

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
  readonly #core = new Core({
    meet,
    isPicture: (high, low) => Number(isPicture(high, low)),
    readPlainly: (from, to) => this.#texts.readPlainly(from, to),
    casedForm: (name) => this.#texts.casedForm(name),
    bareForm: (name) => this.#texts.bareForm(name),
    holds: (message, field, term) => Number(this.#factsOf(message).holds(fieldNames[field] as FieldName, term)),
    isNow: (message, moment) => Number(this.#isNow(message, moment)),
    isNear: (program) => Number(isNear(this.#core, program >>> 2)),
    hasLongPhrase: (program) => Number(hasPhrase(this.#core, program >>> 2)),
  })
  readonly #terms = new Terms(this.#core)
  readonly #texts = new Texts(this.#core, this.#terms)
  readonly #facts = new Facts(this.#core, this.#terms)
  readonly #moments = new Moments()

  /** By a query's slot: its id. */
  readonly #ids: (string | null)[] = []
  readonly #slots = new Slots()
  readonly #freed: number[] = []
  /** The fields at whose facts queries wait, with how many do. */
  readonly #fieldsWaitedAt = new Map<FieldName, number>()

  /** The messages at hand, and of which of them the facts are. */
  #posts: readonly Post[] = []
  #factsAt = -1
  #now: Date | null = null
  readonly #one: Post[] = []

  get size(): number {
    return this.#slots.size
  }

  /** How much memory the core has, in bytes: all that is kept of the queries but their ids. */
  get bytes(): number {
    return this.#core.seen.bytes.length
  }

  /** Adds a query, or puts it in the place of the one by that id. The next message is asked for it. */
  add(id: string, query: Query): void {
    this.remove(id)
    const slot = this.#freed.pop() ?? this.#ids.length
    this.#ids[slot] = id
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
    this.#one[0] = post
    return this.#together(this.#one, now)[0] ?? none
  }

  /** The same of many messages, in their order: for less than they cost one by one, since what is far away is fetched for all at once. */
  matchAll(posts: readonly Post[], now: Date | null = null): (readonly string[])[] {
    if (posts.length <= together) return this.#together(posts, now)
    const found: (readonly string[])[] = []
    for (let from = 0; from < posts.length; from += together)
      found.push(...this.#together(posts.slice(from, from + together), now))
    return found
  }

  #together(posts: readonly Post[], now: Date | null): (readonly string[])[] {
    const { calls } = this.#core
    this.#posts = posts
    this.#factsAt = -1
    this.#now = now
    let woken = calls.look(posts.length, this.#texts.write(posts))
    if (this.#fieldsWaitedAt.size > 0) {
      for (let message = 0; message < posts.length; message++) this.#wakeByFacts(message)
      woken++ // perhaps
    }
    const found = woken === 0 || calls.ask() === 0 ? posts.map(() => none) : this.#found(posts.length)
    const term = woken === 0 ? 0 : calls.tooPatient.value
    if (term !== 0) this.#reconsider(term)
    return found
  }

  #wakeByFacts(message: number): void {
    const { calls } = this.#core
    calls.turnTo(message)
    const facts = this.#factsOf(message)
    for (const name of this.#fieldsWaitedAt.keys()) for (const term of facts.termsOf(name)) calls.wake(term)
  }

  /** What the fields of one message hold; what those of another held is forgotten. */
  #factsOf(message: number): Facts {
    if (message !== this.#factsAt) this.#facts.begin(this.#posts[message] as Post)
    this.#factsAt = message
    return this.#facts
  }

  #found(messages: number): (readonly string[])[] {
    const { numbers, calls } = this.#core
    const counts = calls.counts.value >>> 2
    let at = calls.found.value >>> 2
    const all: (readonly string[])[] = []
    for (let message = 0; message < messages; message++) {
      const count = numbers[counts + message] as number
      if (count === 0) {
        all.push(none)
        continue
      }
      const ids = new Array<string>(count)
      for (let i = 0; i < count; i++) ids[i] = this.#ids[numbers[at++] as number] as string
      all.push(ids)
    }
    return all
  }

  #isNow(message: number, at: number): boolean {
    const moment = this.#moments.at(at)
    const post = this.#posts[message]
    return !!moment && !!post && carries(moment.name, moment.value, post, this.#now)
  }

  /** Queries that were asked in vain often: those for whom another term has turned out rarer wait there from now on. */
  #reconsider(term: number): void {
    const { calls } = this.#core
    const many = Math.min(calls.waitingAt(term), reconsidered)
    const movers = Array.from({ length: many }, (_, back) => calls.lastAt(term, back)).filter(
      (slot) => !anchorsOf(this.#codeOf(slot), 0, this.#terms).terms.includes(term),
    )
    for (const slot of movers) this.#enter(slot, this.#leave(slot))
    calls.relax(term, movers.length > 0)
  }

  #enter(slot: number, code: readonly number[]): void {
    const { terms, direct: isDirect, looks } = anchorsOf(code, 0, this.#terms)
    const { calls } = this.#core
    const at = calls.scratch((terms.length + code.length) * 4)
    this.#core.numbers.set(terms, at >>> 2)
    this.#core.numbers.set(code, (at >>> 2) + terms.length)
    const flags = (isDirect ? direct : 0) | (terms.length === 1 ? onlyHere : 0)
    calls.enter(slot, flags, ...looks, at, terms.length, code.length)
    for (const term of terms) this.#countWaiting(term, 1)
  }

  /** Gives its program. */
  #leave(slot: number): number[] {
    const { calls, numbers } = this.#core
    const block = calls.blockOf(slot) >>> 2
    const code = this.#codeOf(slot)
    const anchors = Array.from({ length: numbers[block] as number }, (_, i) => numbers[block + 1 + i * 2] as number)
    calls.leave(slot)
    calls.giveBlock(slot)
    for (const term of anchors) this.#countWaiting(term, -1)
    return code
  }

  #codeOf(slot: number): number[] {
    const { calls, numbers } = this.#core
    const block = calls.blockOf(slot) >>> 2
    const begins = block + 2 + 2 * (numbers[block] as number)
    return [...numbers.subarray(begins, calls.blockEnd(slot) >>> 2)]
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
    } else if (by < 0) this.#core.calls.forgetWaiting(term)
    else
      this.#core.calls.noteWaiting(
        kind === cased ? this.#terms.named(folded, foldedName(this.#terms.textOf(term))) : term,
      )
  }
}

/** So many messages are read together. */
const together = 64
/** So many queries of a term that is asked in vain are looked at again, no more at a time. */
const reconsidered = 32

const none: readonly string[] = []
