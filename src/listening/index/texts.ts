import { unaccented } from '../letters.ts'
import type { Post } from '../post.ts'
import { marked } from '../reading.ts'
import { type Token, tokens } from '../tokens.ts'
import { cased } from './agreed/kinds.ts'
import { withoutAccent } from './characters.ts'
import type { Core, Seen } from './core.ts'
import type { Terms } from './terms.ts'

/**
 * The texts of messages, told to the core, which reads their words. Where the reading of a stretch depends on more
 * than one unit at a time (marks, joiners, flags), it is read here as tokens.ts reads it.
 */
export class Texts {
  readonly #core: Core
  readonly #terms: Terms
  /** The names that were read plainly, as written. */
  readonly #written = new Map<number, string>()
  /** Where the units of the parts begin, how many are written, and for how many there is room; the same of their lengths. */
  #begin = 0
  #units = 0
  #room = 0
  #lengths = 0
  #count = 0
  #roomForLengths = 0
  #seen: Seen
  readonly #lately = new Map<string, readonly Token[]>()

  constructor(core: Core, terms: Terms) {
    this.#core = core
    this.#terms = terms
    this.#seen = core.seen
  }

  /** Writes messages for the core; gives how many units they take. */
  write(posts: readonly Post[]): number {
    if (this.#written.size > 0) this.#written.clear()
    const { calls } = this.#core
    // That many at least; and it brings all of them near, which are far apart.
    let least = 0
    for (let i = 0; i < posts.length; i++) least += (posts[i] as Post).text.length
    this.#begin = calls.begin(least) >>> 1
    this.#room = calls.roomForUnits()
    this.#lengths = calls.lengthsFor(posts.length * 4) >>> 2
    this.#roomForLengths = posts.length * 4
    this.#seen = this.#core.seen
    this.#units = 0
    this.#count = 0
    for (let i = 0; i < posts.length; i++) this.#putAll(posts[i] as Post)
    return this.#units
  }

  #putAll({ title, text, images, tags, mentions }: Post): void {
    const at = this.#count++
    if (title) this.#put(title)
    this.#put(text)
    if (images) for (let i = 0; i < images.length; i++) this.#put(images[i]?.alt ?? '')
    if (tags) for (let i = 0; i < tags.length; i++) this.#putMarked('#', tags[i] ?? '')
    if (mentions) for (let i = 0; i < mentions.length; i++) this.#putMarked('@', mentions[i] ?? '')
    this.#seen.numbers[this.#lengths + at] = this.#count - at - 1
  }

  #put(part: string): void {
    const at = this.#placeFor(part.length)
    if (part.length > 16) this.#seen.bytes.write(part, at * 2, 'utf16le')
    else for (let i = 0; i < part.length; i++) this.#seen.units[at + i] = part.charCodeAt(i)
    this.#close(part.length)
  }

  /** Most names need no more than their mark before them. */
  #putMarked(mark: '#' | '@', name: string): void {
    const at = this.#placeFor(name.length + 1)
    const { units } = this.#seen
    units[at] = mark.charCodeAt(0)
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i)
      if (unit <= 64 ? unit < 48 || unit > 57 : unit > 127) {
        this.#put(marked(mark, name))
        return
      }
      units[at + 1 + i] = unit
    }
    this.#close(name.length + 1)
  }

  /** Where the next part is to be written. */
  #placeFor(length: number): number {
    // The next message has a number more.
    if (this.#units + length + 2 > this.#room || this.#count + 2 > this.#roomForLengths) this.#grow(length)
    return this.#begin + this.#units
  }

  #close(length: number): void {
    this.#seen.numbers[this.#lengths + this.#count++] = length
    this.#units += length + 2
  }

  #grow(length: number): void {
    const { calls } = this.#core
    this.#begin = calls.beginMore(this.#units + length + 2) >>> 1
    this.#room = calls.roomForUnits()
    this.#roomForLengths = (this.#count + 2) * 2
    this.#lengths = calls.lengthsFor(this.#roomForLengths) >>> 2
    this.#seen = this.#core.seen
  }

  /** Adds the names of the units from one number to another. */
  readPlainly(from: number, to: number): void {
    const { calls } = this.#core
    for (const { names, cased: forms } of this.#plainly(this.#textOf(calls.written.value, from, to))) {
      for (const [i, name] of names.entries()) {
        const at = calls.placeForName(name.length) >>> 1
        const { units } = this.#core
        for (let unit = 0; unit < name.length; unit++) units[at + unit] = name.charCodeAt(unit)
        this.#written.set(calls.addName(name.length, i === 0 ? 1 : 0), forms[i] ?? name)
      }
    }
  }

  /** Flags and skin colours come again and again: what was read lately is not read again. */
  #plainly(text: string): readonly Token[] {
    const known = this.#lately.get(text)
    if (known) return known
    const found = tokens(text)
    if (this.#lately.size >= mostKept) this.#lately.clear()
    if (text.length <= longestKept) this.#lately.set(text, found)
    return found
  }

  /** The term that asks for a name as it is written; 0: none does. */
  casedForm(name: number): number {
    const { calls } = this.#core
    const end = calls.endOf(name) + (calls.isDrawn(name) === 0 ? 0 : 1)
    const written = this.#written.get(name) ?? this.#textOf(calls.written.value, calls.startOf(name), end)
    return this.#terms.named(cased, written.replaceAll(/[’ʼ]/g, "'"))
  }

  /** Writes a name without its accents for the core; gives how many units it has. */
  bareForm(name: number): number {
    const { calls } = this.#core
    const [start, end] = [calls.startOf(name), calls.endOf(name)]
    // A name that was read plainly may hold marks, which go together.
    if (this.#written.has(name)) return this.#bareText(unaccented(this.#textOf(calls.compared.value, start, end)))
    const at = calls.placeForBare(end - start) >>> 1
    const from = calls.compared.value >>> 1
    const { units } = this.#core
    for (let i = 0; i < end - start; i++) {
      const without = withoutAccent(units[from + start + i] as number)
      if (without === 0) return this.#bareText(unaccented(this.#textOf(calls.compared.value, start, end)))
      units[at + i] = without
    }
    return end - start
  }

  #bareText(text: string): number {
    const at = this.#core.calls.placeForBare(text.length) >>> 1
    const { units } = this.#core
    for (let i = 0; i < text.length; i++) units[at + i] = text.charCodeAt(i)
    return text.length
  }

  #textOf = (units: number, from: number, to: number): string => this.#core.text(units + from * 2, to - from)
}

const mostKept = 2_000
const longestKept = 24
