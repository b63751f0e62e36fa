import { type Token, tokens } from '../tokens.ts'
import {
  alone,
  apostrophe,
  at,
  between,
  characters,
  half,
  hash,
  isPicture,
  joint,
  letter,
  meet,
  picture,
  unmet,
} from './characters.ts'
import { grown } from './pool.ts'
import { seed, step } from './terms.ts'

/**
 * The words of one message, read in one pass over its units and without a string made: what tokens.ts says of the same
 * text, as numbers. Wherever a unit's reading depends on more than itself, the stretch around it is read by tokens.ts.
 *
 * A word has one name or several (`#cake` is also cake), and names of one word stand beside each other. Each is a stretch
 * of `compared`, with its hash.
 */
export class Words {
  /** The message as it came, and in the form in which words are compared. */
  written = new Uint16Array(4096)
  compared = new Uint16Array(4096)
  /** By a name's number: where it begins and ends, its hash, and the position of its word. */
  starts = new Int32Array(1024)
  ends = new Int32Array(1024)
  hashes = new Int32Array(1024)
  positions = new Int32Array(1024)
  names = 0
  /** The names that were read plainly, as written. */
  readonly cased = new Map<number, string>()

  /** The same memory as `written`, for what copies a string at once. */
  #bytes = Buffer.from(this.written.buffer)
  #end = 0
  #position = 0
  readonly #lately = new Map<string, readonly Token[]>()

  begin(): void {
    this.names = 0
    this.#end = 0
    this.#position = 0
    if (this.cased.size > 0) this.cased.clear()
  }

  /** Reads one part of the message. Between two parts so many positions are left free that no distance reaches across. */
  addText(text: string): void {
    const from = this.room(text.length)
    if (text.length > 16) this.#bytes.write(text, from * 2, 'utf16le')
    else for (let i = 0; i < text.length; i++) this.written[from + i] = text.charCodeAt(i)
    this.addUnits(text.length)
  }

  /** Room for so many units of a part, from the place that is given. The caller writes them into `written`. */
  room(units: number): number {
    const needed = this.#end + units + 2
    if (needed > this.written.length) this.#growUnits(needed)
    return this.#end
  }

  /** Reads the units that the caller wrote after `room`. */
  addUnits(count: number): void {
    const from = this.#end
    const to = from + count
    // Two signs between words: whoever looks one unit ahead, or two, finds an end.
    this.written[to] = 32
    this.written[to + 1] = 32
    this.#end = to + 2
    this.#read(from, to)
    this.#position += apart
  }

  #read(from: number, to: number): void {
    const { written, compared } = this
    const table = characters
    let i = from
    let afterLetter = false
    // The last place where the text can be cut, and what had been read by then.
    let cut = from
    let namesAtCut = this.names
    let positionAtCut = this.#position
    while (i < to) {
      let entry = table[written[i] as number] as number
      if (entry >>> 16 === letter) {
        const start = i
        let value = seed
        for (;;) {
          do {
            const unit = entry & 0xffff
            compared[i] = unit
            value = step(value, unit)
            entry = table[written[++i] as number] as number
          } while (entry >>> 16 === letter)
          if (entry >>> 16 === between) break
          if (entry === unmet) entry = meet(written[i] as number)
          if (entry >>> 16 === apostrophe && kindOf(written[i + 1] as number) === letter) entry = apostropheEntry
          if (entry >>> 16 !== letter) break
        }
        const name = this.names++
        if (name === this.starts.length) this.#growNames()
        this.starts[name] = start
        this.ends[name] = i
        this.hashes[name] = value
        this.positions[name] = this.#position++
        afterLetter = true
      } else if (entry >>> 16 === between) {
        cut = i++
        namesAtCut = this.names
        positionAtCut = this.#position
        afterLetter = false
      } else if (entry === unmet) meet(written[i] as number)
      else {
        const next = this.#sign(i, entry >>> 16, afterLetter)
        afterLetter = false
        if (next > 0) {
          afterLetter = kindOf(written[next - 1] as number) === letter && entry >>> 16 !== alone
          i = next
          continue
        }
        // Strange: read plainly from the last cut on, up to the next.
        while (i < to && kindOf(written[i] as number) !== between) i++
        if (this.cased.size > 0) for (let name = namesAtCut; name < this.names; name++) this.cased.delete(name)
        this.names = namesAtCut
        this.#position = positionAtCut
        this.#readPlainly(cut, i)
        cut = i
        namesAtCut = this.names
        positionAtCut = this.#position
      }
    }
  }

  /** What is neither in a word nor between words; gives where it ends, and 0 where it can't be read by itself. */
  #sign(i: number, kind: number, afterLetter: boolean): number {
    const { written } = this
    const next = written[i + 1] as number
    switch (kind) {
      case alone:
        this.compared[i] = entryOf(written[i] as number)
        this.#name(i, i + 1, step(seed, this.compared[i] as number), this.#position++)
        return i + 1
      case hash:
        return !afterLetter && isInTag(next) ? this.#tag(i) : i + 1
      case at:
        return !afterLetter && kindOf(next) === letter ? this.#handle(i) : i + 1
      case apostrophe:
      case joint:
        return i + 1
      case picture:
        return this.#picture(i, i + 1)
      case half:
        return isPicture(written[i] as number, next) ? this.#picture(i, i + 2) : 0
      default:
        return 0
    }
  }

  /** A hashtag from its # on: its first word answers to the whole too. */
  #tag(start: number): number {
    const { written, compared } = this
    const position = this.#position
    const whole = this.#name(start, start, 0, position)
    compared[start] = 35
    let value = step(seed, 35)
    let i = start + 1
    while (isInTag(written[i] as number)) {
      const from = i
      let part = seed
      let kind: number
      do {
        const entry = entryOf(written[i] as number)
        const unit = entry & 0xffff
        kind = entry >>> 16
        compared[i++] = unit
        part = step(part, unit)
        value = step(value, unit)
      } while (kind === letter && kindOf(written[i] as number) === letter)
      this.#name(from, i, part, this.#position++)
    }
    this.ends[whole] = i
    this.hashes[whole] = value
    return i
  }

  /** A handle from its @ on: `@rosa@example.social` is also @rosa, and so is `@rosa.example.com`. */
  #handle(start: number): number {
    const { written, compared } = this
    const position = this.#position++
    compared[start] = 64
    let value = step(seed, 64)
    let i = start + 1
    let server = false
    let named = false
    for (;;) {
      let entry = entryOf(written[i] as number)
      while (entry >>> 16 === letter) {
        const unit = entry & 0xffff
        compared[i++] = unit
        value = step(value, unit)
        entry = entryOf(written[i] as number)
      }
      const unit = written[i] as number
      const goesOn = unit === 46 || unit === 45 || (unit === 64 && !server)
      if (!goesOn || kindOf(written[i + 1] as number) !== letter) break
      if (unit === 64) {
        // `@a.b@c`: also @a.b, and by then @a is named.
        this.#name(start, i, value, position)
        server = true
        named = true
      } else if (unit === 46 && !named) {
        this.#name(start, i, value, position)
        named = true
      }
      compared[i++] = unit
      value = step(value, unit)
    }
    this.#name(start, i, value, position)
    return i
  }

  /** An emoji from `start` to `end`, and perhaps a sign after it that says how to draw it. */
  #picture(start: number, end: number): number {
    const { written, compared } = this
    let value = seed
    for (let i = start; i < end; i++) {
      compared[i] = written[i] as number
      value = step(value, written[i] as number)
    }
    const name = this.#name(start, end, value, this.#position++)
    const drawn = written[end] === 0xfe0e || written[end] === 0xfe0f
    if (drawn) this.cased.set(name, textOf(written, start, end + 1))
    return drawn ? end + 1 : end
  }

  #readPlainly(from: number, to: number): void {
    for (const { names, cased } of this.#plainly(textOf(this.written, from, to))) {
      const position = this.#position++
      for (const [i, name] of names.entries()) {
        const start = this.#copy(name)
        let value = seed
        for (let unit = 0; unit < name.length; unit++) value = step(value, name.charCodeAt(unit))
        this.cased.set(this.#name(start, start + name.length, value, position), cased[i] ?? name)
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

  /** A name that is not spelled as its part: it is kept behind all that was read. */
  #copy(name: string): number {
    const start = this.#end
    if (start + name.length > this.compared.length) this.#growUnits(start + name.length)
    for (let i = 0; i < name.length; i++) this.compared[start + i] = name.charCodeAt(i)
    this.#end += name.length
    return start
  }

  #name(start: number, end: number, value: number, position: number): number {
    const name = this.names++
    if (name === this.starts.length) this.#growNames()
    this.starts[name] = start
    this.ends[name] = end
    this.hashes[name] = value
    this.positions[name] = position
    return name
  }

  #growUnits(needed: number): void {
    const size = Math.max(needed, this.written.length * 2)
    this.written = grown(this.written, new Uint16Array(size))
    this.compared = grown(this.compared, new Uint16Array(size))
    this.#bytes = Buffer.from(this.written.buffer)
  }

  #growNames(): void {
    const size = this.starts.length * 2
    this.starts = grown(this.starts, new Int32Array(size))
    this.ends = grown(this.ends, new Int32Array(size))
    this.hashes = grown(this.hashes, new Int32Array(size))
    this.positions = grown(this.positions, new Int32Array(size))
  }
}

const mostKept = 2_000
const longestKept = 24

/** More than the farthest distance that a query can ask for. */
const apart = 1_100

/** The units from one place to another, as a string. */
export function textOf(units: Uint16Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i += 8192) text += String.fromCharCode(...units.subarray(i, Math.min(i + 8192, to)))
  return text
}

/** Read as the letter ' inside a word, however it was written. */
const apostropheEntry = (letter << 16) | 39

function entryOf(unit: number): number {
  const entry = characters[unit] as number
  return entry === unmet ? meet(unit) : entry
}

const kindOf = (unit: number): number => entryOf(unit) >>> 16

function isInTag(unit: number): boolean {
  const kind = kindOf(unit)
  return kind === letter || kind === alone
}
