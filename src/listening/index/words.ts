import { type Token, tokens } from '../tokens.ts'
import * as kinds from './characters.ts'
import { alone, between, characters, isPicture, letter, meet, unmet } from './characters.ts'
import { seed, step } from './hash.ts'
import { Names } from './names.ts'

/**
 * The words of one message, read in one pass over its units and without a string made: what tokens.ts says of the same
 * text, as numbers. Wherever a unit's reading depends on more than itself, the stretch around it is read by tokens.ts.
 */
export class Words {
  /** The message as it came, and in the form in which words are compared. */
  written = new Uint16Array(usual)
  compared = new Uint16Array(usual)
  readonly names = new Names()

  /** The same memory as `written`, for what copies a string at once. */
  #bytes = Buffer.from(this.written.buffer)
  #end = 0
  #position = 0
  readonly #lately = new Map<string, readonly Token[]>()

  begin(): void {
    this.names.clear()
    this.#end = 0
    this.#position = 0
    if (this.written.length > most) this.#resize(usual)
  }

  /** Reads one part of the message. Between two parts so many positions are left free that no distance reaches across. */
  addText(text: string): void {
    const from = this.#end
    const to = from + text.length
    if (to + 2 > this.written.length) this.#growUnits(to + 2)
    if (text.length > 16) this.#bytes.write(text, from * 2, 'utf16le')
    else for (let i = 0; i < text.length; i++) this.written[from + i] = text.charCodeAt(i)
    // Two signs between words: whoever looks one unit ahead, or two, finds an end.
    this.written[to] = 32
    this.written[to + 1] = 32
    this.#end = to + 2
    this.#read(from, to)
    this.#position += apart
  }

  #read(from: number, to: number): void {
    let { written, compared } = this
    const { names } = this
    const table = characters
    let i = from
    let afterLetter = false
    // The last place where the text can be cut, and what had been read by then.
    let cut = from
    let namesAtCut = names.count
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
          if (entry >>> 16 === kinds.apostrophe && kindOf(written[i + 1] as number) === letter) entry = apostropheEntry
          if (entry >>> 16 !== letter) break
        }
        names.add(start, i, value, this.#position++)
        afterLetter = true
      } else if (entry >>> 16 === between) {
        cut = i++
        namesAtCut = names.count
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
        names.cut(namesAtCut)
        this.#position = positionAtCut
        this.#readPlainly(cut, i)
        ;({ written, compared } = this) // it may have needed more room
        cut = i
        namesAtCut = names.count
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
        this.names.add(i, i + 1, step(seed, this.compared[i] as number), this.#position++)
        return i + 1
      case kinds.hash:
        return !afterLetter && isInTag(next) ? this.#tag(i) : i + 1
      case kinds.at:
        return !afterLetter && kindOf(next) === letter ? this.#handle(i) : i + 1
      case kinds.apostrophe:
      case kinds.joint:
        return i + 1
      case kinds.picture:
        return this.#picture(i, i + 1)
      case kinds.half:
        return isPicture(written[i] as number, next) ? this.#picture(i, i + 2) : 0
      default:
        return 0
    }
  }

  /** A hashtag from its # on: its first word answers to the whole too. */
  #tag(start: number): number {
    const { written, compared } = this
    const position = this.#position
    const whole = this.names.add(start, start, 0, position)
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
      this.names.add(from, i, part, this.#position++)
    }
    this.names.ends[whole] = i
    this.names.hashes[whole] = value
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
        this.names.add(start, i, value, position)
        server = true
        named = true
      } else if (unit === 46 && !named) {
        this.names.add(start, i, value, position)
        named = true
      }
      compared[i++] = unit
      value = step(value, unit)
    }
    this.names.add(start, i, value, position)
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
    const name = this.names.add(start, end, value, this.#position++)
    const drawn = written[end] === 0xfe0e || written[end] === 0xfe0f
    if (drawn) this.names.cased.set(name, textOf(written, start, end + 1))
    return drawn ? end + 1 : end
  }

  #readPlainly(from: number, to: number): void {
    for (const { names, cased } of this.#plainly(textOf(this.written, from, to))) {
      const position = this.#position++
      for (const [i, name] of names.entries()) {
        const start = this.#copy(name)
        let value = seed
        for (let unit = 0; unit < name.length; unit++) value = step(value, name.charCodeAt(unit))
        this.names.cased.set(this.names.add(start, start + name.length, value, position), cased[i] ?? name)
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

  #growUnits(needed: number): void {
    const { written, compared } = this
    this.#resize(Math.max(needed, written.length * 2))
    this.written.set(written)
    this.compared.set(compared)
  }

  #resize(size: number): void {
    this.written = new Uint16Array(size)
    this.compared = new Uint16Array(size)
    this.#bytes = Buffer.from(this.written.buffer)
  }
}

const usual = 1 << 12
/** What a very long message took is given back with the next. */
const most = 1 << 17

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
