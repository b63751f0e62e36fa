/** What many people ask: messages that ask the same, whatever their words, as they come, one workspace. */
import {
  likeness,
  type Sketch,
  sketchFrom,
  sketchOf,
  sketchToBytes,
  vectorOf,
  withMessage,
  withoutMessage,
} from './sketch.ts'

/** A message as far as it matters here. Groups hold no messages: who takes one out says again what it said. */
export type Said = { id: string; text: string }

/**
 * Where a message was placed. `part` is what it lies in and never changes by a join; `question` is the question that
 * this part belongs to now (the same id, unless a teammate joined it into another). `fresh`: it is the first to ask.
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

/** A question is its own part and those that were joined into it: so a join is undone exactly. */
type Part = { id: string; sketch: Sketch; joinedInto: string | null }

export class Groups {
  readonly #parts = new Map<string, Part>()
  readonly #newId: () => string

  constructor({ newId }: { newId: () => string }) {
    this.#newId = newId
  }

  add(id: string, text: string): Placed {
    const vector = vectorOf(text)
    const [nearest] = this.#nearestParts(text, 1)
    if (nearest !== undefined && nearest.likeness >= threshold) {
      const { part, likeness } = nearest
      part.sketch = withMessage(part.sketch, { id, text, vector })
      return { question: this.#questionOf(part), part: part.id, fresh: false, likeness }
    }
    const part = this.#begin(sketchOf({ id, text, vector }))
    return { question: part.id, part: part.id, fresh: true, likeness: nearest?.likeness ?? 0 }
  }

  /** A message is forgotten, or turned out to be no question. `from` is the part it was placed in; empty parts go. */
  remove(from: string, message: Said): void {
    const part = this.#part(from)
    part.sketch = withoutMessage(part.sketch, { ...message, vector: vectorOf(message.text) })
  }

  /** By a teammate: two questions are one. Later messages of either are placed in `into`. */
  join(into: string, from: string): void {
    const [kept, joined] = [this.#part(into), this.#part(from)]
    if (this.#questionOf(kept) === this.#questionOf(joined)) return
    joined.joinedInto = this.#questionOf(kept)
  }

  /** Undoes a join: the part stands for itself again, with what came to it since. */
  unjoin(part: string): void {
    this.#part(part).joinedInto = null
  }

  /** By a teammate: these messages of a part ask something else. Gives the new question; `join` undoes it. */
  split(from: string, messages: readonly Said[]): string {
    const [first, ...others] = messages.map((message) => ({ ...message, vector: vectorOf(message.text) }))
    if (first === undefined) throw new Error('A split needs at least one message')
    const part = this.#part(from)
    for (const message of [first, ...others]) part.sketch = withoutMessage(part.sketch, message)
    return this.#begin(others.reduce(withMessage, sketchOf(first))).id
  }

  /** Its most typical wording, cut at 200 characters. */
  nameOf(question: string): string {
    return this.#part(question).sketch.name
  }

  /** How many messages lie in a question. */
  sizeOf(question: string): number {
    const id = this.#questionOf(this.#part(question))
    return [...this.#parts.values()].reduce(
      (sum, part) => sum + (this.#questionOf(part) === id ? part.sketch.size : 0),
      0,
    )
  }

  /** The n questions that are most like a text, the likeliest first. Nothing is placed. */
  nearest(text: string, n: number): Near[] {
    const found = new Map<string, number>()
    for (const { part, likeness } of this.#nearestParts(text, n * 4)) {
      const question = this.#questionOf(part)
      if (!found.has(question)) found.set(question, likeness)
    }
    return [...found].slice(0, n).map(([question, likeness]) => ({ question, likeness }))
  }

  /** All that is known of a part, in at most 1 KB: what a row keeps, so that a start reads no messages. */
  encode(part: string): Uint8Array {
    return sketchToBytes(this.#part(part).sketch)
  }

  /** Takes a part back from its row. `joinedInto`: the question it was joined into. Throws when the bytes are none of ours. */
  restore(part: string, bytes: Uint8Array, joinedInto: string | null = null): void {
    this.#parts.set(part, { id: part, sketch: sketchFrom(bytes), joinedInto })
  }

  #begin(sketch: Sketch): Part {
    const part: Part = { id: this.#newId(), sketch, joinedInto: null }
    this.#parts.set(part.id, part)
    return part
  }

  #nearestParts(text: string, n: number): { part: Part; likeness: number }[] {
    const vector = vectorOf(text)
    return [...this.#parts.values()]
      .map((part) => ({ part, likeness: likeness(part.sketch, vector) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, n)
  }

  #part(id: string): Part {
    const part = this.#parts.get(id)
    if (part === undefined) throw new QuestionMissing(id)
    return part
  }

  #questionOf(part: Part): string {
    return part.joinedInto === null ? part.id : this.#questionOf(this.#part(part.joinedInto))
  }
}

const threshold = 0.5
