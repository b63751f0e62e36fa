/** What many people ask: messages that ask the same, whatever their words, as they come. One workspace, in memory. */
import { Common } from './common.ts'
import { type Meaning, shippedMeaning } from './meaning.ts'
import { type Joined, joinsAmong } from './settle.ts'
import { type Found, Shelf } from './shelf.ts'
import {
  addTo,
  addWording,
  emptySketch,
  type Message,
  type Sketch,
  sketchFrom,
  sketchToBytes,
  takeFrom,
} from './sketch.ts'
import { cosineOf, dimensions, unit, vectorOf } from './vector.ts'

/** A message as far as it matters here. Groups hold no messages: who takes one out says again what it said. */
export type Said = { id: string; text: string }

/**
 * Where a message was placed. `part` is what it lies in and never changes by a join; `question` is the question that
 * this part belongs to now (the same id, unless it was joined into another). `fresh`: it is the first to ask.
 * `likeness`: 0 to 1, to the question it was placed in, or to the nearest one when it is fresh.
 */
export type Placed = { question: string; part: string; fresh: boolean; likeness: number }

export type Near = { question: string; likeness: number }

/** There is no such question here. */
export class QuestionMissing extends Error {
  override name = 'QuestionMissing'
  constructor(id: string) {
    super(`No question ${id}`)
  }
}

/** A question is its own part and those that were joined into it, each kept apart: so a join is undone exactly. */
type Part = {
  id: string
  born: number
  sketch: Sketch
  row: number | null
  joinedInto: string | null
  joined: string[]
}

/**
 * `newId` makes the id of a new question. `settles`: whether `settle` is called now and then; if so, what is not clearly
 * alike begins a question of its own at first, and settling joins it once it is clear.
 */
export type Given = { newId: () => string; settles?: boolean; meaning?: Meaning }

export class Groups {
  readonly #newId: () => string
  readonly #meaning: Meaning
  readonly #near: number
  readonly #parts = new Map<string, Part>()
  readonly #shelf = new Shelf()
  readonly #byRow: Part[] = []
  readonly #asked = new Set<string>()
  readonly #common = new Common()
  #born = 0

  constructor({ newId, settles = false, meaning = shippedMeaning() }: Given) {
    this.#newId = newId
    this.#meaning = meaning
    this.#near = settles ? nearWhereItSettles : near
  }

  /** Places a message. A text without a word in it is a question of its own. */
  add(id: string, text: string): Placed {
    const vector = vectorOf(text, this.#meaning)
    this.#common.count(vector, 1)
    const [found] = this.#find(vector, 1)
    const at = found === undefined ? undefined : this.#byRow[found.row]
    const likeness = Math.max(0, Math.min(1, found?.cosine ?? 0))
    const fresh = found === undefined || at === undefined || found.score < this.#near
    const part = fresh ? this.#begin(this.#newId()) : at
    this.#put(part, { id, text, vector })
    return { question: this.#rootOf(part).id, part: part.id, fresh, likeness }
  }

  /**
   * A message is forgotten, or turned out to be no question. `from` is the part it was placed in. Gives how many
   * messages that part still holds: at 0 it is gone.
   */
  remove(from: string, { id, text }: Said): number {
    const part = this.#part(from)
    const vector = vectorOf(text, this.#meaning)
    this.#common.forget(vector, 1)
    takeFrom(part.sketch, { id, text, vector })
    this.#shelve(part)
    if (part.sketch.size <= 0 && part.joined.length === 0) this.#drop(part)
    return part.sketch.size
  }

  /** A message that lies in this part already: its words may name it, where those it went by were forgotten. */
  remember(part: string, { id, text }: Said): void {
    const { sketch } = this.#part(part)
    const message = { id, text, vector: vectorOf(text, this.#meaning) }
    addWording(sketch, message, (wording) => this.#typical(sketch, wording, message))
  }

  /** Two questions are one from now on; `into` keeps its id. Does nothing when they are one already. */
  join(into: string, from: string): void {
    const [kept, gone] = [this.#rootOf(this.#part(into)), this.#rootOf(this.#part(from))]
    if (kept === gone) return
    this.#enter(gone, kept)
  }

  /** Undoes a join: the part stands for itself again, with what came to it since. */
  unjoin(part: string): void {
    this.#leave(this.#part(part))
  }

  /** These messages of a part ask something else. Gives the new question; `join` puts them together again. */
  split(from: string, messages: readonly Said[]): string {
    if (messages.length === 0) throw new Error('A split needs at least one message')
    const made = this.#begin(this.#newId())
    for (const message of messages) {
      this.remove(from, message)
      const vector = vectorOf(message.text, this.#meaning)
      this.#common.count(vector, 1)
      this.#put(made, { ...message, vector })
    }
    return made.id
  }

  /**
   * Joins those of the questions that were asked since the last time which turn out to be one, and tells which, in order.
   * Looks at the last 4,096 of them; its time and memory go by the square: a hundred take a few milliseconds, 2,000 about a second.
   */
  settle(): Joined[] {
    const asked = [...this.#asked].flatMap((id) => this.#parts.get(id) ?? []).map((part) => this.#rootOf(part))
    this.#asked.clear()
    const questions = [...new Set(asked)].slice(-mostSettled).sort((a, b) => a.born - b.born)
    const joins = joinsAmong(
      questions.map((question) => this.#settling(question)),
      alike,
    )
    for (const { into, from } of joins) this.join(into, from)
    return joins
  }

  /** The question that a part belongs to now. */
  questionOf(part: string): string {
    return this.#rootOf(this.#part(part)).id
  }

  /** Its most typical wording, cut at 200 characters. Empty when those it had were all forgotten. */
  nameOf(question: string): string {
    const parts = this.#partsOf(this.#rootOf(this.#part(question)))
    const largest = parts.reduce((best, part) => (part.sketch.size > best.sketch.size ? part : best))
    return largest.sketch.wordings[0]?.text ?? ''
  }

  /** How many messages lie in a question. */
  sizeOf(question: string): number {
    return this.#partsOf(this.#rootOf(this.#part(question))).reduce((sum, { sketch }) => sum + sketch.size, 0)
  }

  /** The n questions that are most like a text, the likeliest first. Nothing is placed. */
  nearest(text: string, n: number): Near[] {
    const found = new Map<string, number>()
    for (const { row, cosine } of this.#find(vectorOf(text, this.#meaning), 4 * n)) {
      const part = this.#byRow[row]
      if (part === undefined) continue
      const question = this.#rootOf(part).id
      found.set(question, Math.max(cosine, found.get(question) ?? 0))
    }
    const all = [...found].map(([question, likeness]) => ({ question, likeness: Math.min(1, likeness) }))
    return all.sort((a, b) => b.likeness - a.likeness).slice(0, n)
  }

  /** All that is known of a part, in at most 1 KB: what its row keeps, so that a start reads no messages. */
  encode(part: string): Uint8Array {
    return sketchToBytes(this.#part(part).sketch)
  }

  /**
   * Takes a part back from its row, in any order. `joinedInto`: the question that it was joined into. Throws SketchDamaged.
   * What comes next is read as it would have been without a new start, but for what all messages have in common, which
   * is then taken from all of them.
   */
  restore(id: string, bytes: Uint8Array, joinedInto: string | null = null): void {
    const sketch = sketchFrom(bytes)
    const part = this.#parts.get(id) ?? this.#begin(id)
    this.#leave(part)
    if (joinedInto !== null) this.#enter(part, this.#parts.get(joinedInto) ?? this.#begin(joinedInto))
    this.#common.forget(part.sketch.sum, part.sketch.size)
    this.#common.count(sketch.sum, sketch.size)
    part.sketch = sketch
    this.#common.due = true
  }

  #enter(part: Part, into: Part): void {
    part.joinedInto = into.id
    into.joined.push(part.id)
  }

  #leave(part: Part): void {
    const from = part.joinedInto === null ? undefined : this.#parts.get(part.joinedInto)
    if (from !== undefined) from.joined = from.joined.filter((id) => id !== part.id)
    part.joinedInto = null
  }

  #begin(id: string): Part {
    const part: Part = { id, born: this.#born++, sketch: emptySketch(), row: null, joinedInto: null, joined: [] }
    this.#parts.set(id, part)
    return part
  }

  #put(part: Part, message: Message): void {
    addTo(part.sketch, message, (text) => this.#typical(part.sketch, text, message))
    this.#asked.add(part.id)
    this.#shelve(part)
  }

  #typical({ sum, size }: Sketch, text: string, message: Message): number {
    const vector = text === message.text ? message.vector : vectorOf(text, this.#meaning)
    return cosineOf(this.#common.apart(sum, size), this.#common.apart(vector, 1))
  }

  #shelve(part: Part): void {
    const { sum, size } = part.sketch
    if (size <= 0) {
      if (part.row !== null) this.#shelf.take(part.row)
      part.row = null
      return
    }
    part.row ??= this.#shelf.make()
    this.#byRow[part.row] = part
    this.#shelf.set(part.row, this.#common.apart(sum, size), bonusOfSize * Math.log(size))
  }

  #drop(part: Part): void {
    this.#leave(part)
    this.#parts.delete(part.id)
    this.#asked.delete(part.id)
  }

  #find(vector: Int8Array, n: number): Found[] {
    if (this.#common.due) this.#takeCommon()
    return vector.every((value) => value === 0) ? [] : this.#shelf.nearest(this.#common.apart(vector, 1), n)
  }

  #takeCommon(): void {
    this.#common.take()
    for (const part of this.#parts.values()) this.#shelve(part)
  }

  #settling(question: Part) {
    const parts = this.#partsOf(question)
    const size = parts.reduce((sum, { sketch }) => sum + sketch.size, 0)
    const mean = new Float32Array(dimensions)
    // Without what is common a vector of length 1 is shorter; together they are as long as they were.
    const length = size * Math.sqrt(Math.max(0.01, unit ** 2 - this.#common.square))
    for (const { sketch } of parts)
      for (const [at, value] of this.#common.apart(sketch.sum, sketch.size).entries())
        mean[at] = (mean[at] ?? 0) + value / length
    return { id: question.id, size, mean }
  }

  #partsOf(question: Part): Part[] {
    return [question, ...question.joined.flatMap((id) => this.#partsOf(this.#part(id)))]
  }

  #rootOf(part: Part): Part {
    return part.joinedInto === null ? part : this.#rootOf(this.#part(part.joinedInto))
  }

  #part(id: string): Part {
    const part = this.#parts.get(id)
    if (part === undefined) throw new QuestionMissing(id)
    return part
  }
}

// Chosen where eval:grouping is best on both its sets together, over several shuffles and numbers of rows (docs/questions.md).
const near = 0.43
const nearWhereItSettles = 0.58
const alike = 0.28
/** A question that many ask wins over one that few ask, where both are about as like: this much a factor of e. */
const bonusOfSize = 0.02

const mostSettled = 4_096
