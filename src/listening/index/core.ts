/** One index's core: what must be quick, compiled to WebAssembly from the files in core/, with a memory of its own. */
import { readFileSync } from 'node:fs'

/** What the core asks of the program around it. Names are numbers of the message's names, addresses are in its memory. */
export type Around = {
  /** The entry of a unit that was not met before: see characters.ts. */
  meet(unit: number): number
  isPicture(high: number, low: number): number
  /** Adds the names of the units of `written` from one number to another, as the plain reading reads them. */
  readPlainly(from: number, to: number): void
  /** The term that asks for a name as it is written; 0: none does. */
  casedForm(name: number): number
  /** Writes a name without its accents, and gives how many units it has. */
  bareForm(name: number): number
  /** Of the messages that were read together, counted from 0, what one's field holds, and whether a moment is now. */
  holds(message: number, field: number, term: number): number
  isNow(message: number, moment: number): number
  isNear(program: number): number
  hasLongPhrase(program: number): number
}

type Calls = {
  memory: WebAssembly.Memory
  written: WebAssembly.Global
  compared: WebAssembly.Global
  scratch(bytes: number): number
  begin(units: number): number
  beginMore(units: number): number
  roomForUnits(): number
  lengthsFor(count: number): number
  placeForName(units: number): number
  addName(units: number, isNext: number): number
  namesRead: WebAssembly.Global
  startOf(name: number): number
  endOf(name: number): number
  positionOf(name: number): number
  isDrawn(name: number): number
  placeForBare(units: number): number
  stemOf(units: number): number
  rootOf(units: number, count: number): number
  setLengths(root: number, lengths: number): void
  clearLongs(): void
  addLong(length: number): void
  use(kind: number, units: number, length: number): number
  usesOf(term: number): number
  drop(term: number): number
  hashFor(kind: number, units: number, length: number): number
  find(kind: number, units: number, length: number, hash: number): number
  kindOf(term: number): number
  hashOfTerm(term: number): number
  unitsOf(term: number): number
  lengthOf(term: number): number
  countCased(term: number, by: number): void
  follow(first: number, second: number): void
  guess(term: number, rate: number): void
  rate(term: number): number
  enter(
    slot: number,
    flags: number,
    look: number,
    lookToo: number,
    anchors: number,
    count: number,
    length: number,
  ): void
  leave(slot: number): void
  giveBlock(slot: number): void
  blockOf(slot: number): number
  blockEnd(slot: number): number
  noteWaiting(term: number): void
  forgetWaiting(term: number): void
  lastAt(term: number, back: number): number
  relax(term: number, isBetter: boolean): void
  waitingAt(term: number): number
  readHits(): void
  noteHit(term: number): void
  isMet(term: number): number
  areMany(): number
  nameOf(term: number, hash: number, from: number): number
  nameWith(term: number, stem: number, from: number): number
  lastPlace(term: number): number
  positionAt(place: number): number
  placeBefore(place: number): number
  wake(term: number): void
  turnTo(message: number): void
  look(messages: number, units: number): number
  ask(): number
  found: WebAssembly.Global
  counts: WebAssembly.Global
  tooPatient: WebAssembly.Global
}

let compiled: WebAssembly.Module | undefined

/** Compiled when the first index is made: many commands need none. */
function core(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('core/core.wasm', import.meta.url)))
  return compiled
}

/** The whole memory, as bytes, as UTF-16 units and as numbers. */
export type Seen = { bytes: Buffer; units: Uint16Array; numbers: Int32Array }

export class Core {
  readonly calls: Calls
  #seen: Seen

  constructor(around: Around) {
    this.calls = new WebAssembly.Instance(core(), { around }).exports as Calls
    this.#seen = seenOf(this.calls.memory)
  }

  /** Until a call makes the memory grow: take it from here after each that may. */
  get seen(): Seen {
    if (this.#seen.bytes.length === 0) this.#seen = seenOf(this.calls.memory)
    return this.#seen
  }
  get units(): Uint16Array {
    return this.seen.units
  }
  get numbers(): Int32Array {
    return this.seen.numbers
  }

  /** Writes units for the core to read; gives their address. They stand until the next. */
  write(text: string): number {
    const at = this.calls.scratch(text.length * 2 + 16)
    const { units } = this
    for (let i = 0; i < text.length; i++) units[(at >>> 1) + i] = text.charCodeAt(i)
    return at
  }

  text(address: number, length: number): string {
    const at = address >>> 1
    const { units } = this
    let text = ''
    for (let i = at; i < at + length; i += 8192)
      text += String.fromCharCode(...units.subarray(i, Math.min(i + 8192, at + length)))
    return text
  }
}

const seenOf = ({ buffer }: WebAssembly.Memory): Seen => ({
  bytes: Buffer.from(buffer),
  units: new Uint16Array(buffer),
  numbers: new Int32Array(buffer),
})
