/**
 * A look at a Jetstream frame without reading it: the head and the words of a post. Most posts match nothing, and nobody
 * asks what else they say. Whatever is not spelled as Jetstream spells it is no glimpse, and is read in full.
 *
 * The look itself is compiled to WebAssembly from the files in core/. Here what it found is made strings, when asked for.
 */
import { readFileSync } from 'node:fs'
import * as found from './agreed.ts'

type Calls = {
  memory: WebAssembly.Memory
  frame: WebAssembly.Global
  found: WebAssembly.Global
  glance(length: number): number
}

const core = new WebAssembly.Module(readFileSync(new URL('core/core.wasm', import.meta.url)))
const calls = new WebAssembly.Instance(core, {}).exports as Calls
const bytes = new Uint8Array(calls.memory.buffer, calls.frame.value, found.longest)
const notes = new Int32Array(calls.memory.buffer, calls.found.value, found.size)
const position = new Float64Array(calls.memory.buffer, calls.found.value + found.position * 4, 1)
const noteAt = (place: number): number => notes[place] as number

/** Null: it is no new post, or is spelled in another way. */
export function glance(frame: Buffer): Glimpse | null {
  if (frame.length > found.longest) return null
  bytes.set(frame)
  return calls.glance(frame.length) === 0 ? null : new Glimpse(frame)
}

/** What was seen of a frame: where in it things stand. Strings are made when they are asked for, and not kept. */
export class Glimpse {
  readonly #frame: Buffer
  /** Microseconds, as the host saw it. */
  readonly position = position[0] as number
  readonly #rkey = noteAt(found.rkey)
  readonly #record = noteAt(found.record)
  readonly #text = noteAt(found.text)
  readonly #isEscaped = noteAt(found.isEscaped)
  readonly #parent = noteAt(found.parent)
  readonly #dids = noteAt(found.dids)
  readonly #beside = notesFrom(found.beside, noteAt(found.besides))
  /** By turns what it is and where it stands; null: it could not be told. */
  readonly #names = noteAt(found.names) < 0 ? null : notesFrom(found.name, noteAt(found.names) * 2)

  constructor(frame: Buffer) {
    this.#frame = frame
  }

  get did(): string {
    return this.#frame.toString('latin1', didAt, didAt + didLength)
  }

  get rkey(): string {
    return this.#spelled(this.#rkey)
  }

  get text(): string {
    const text = this.#spelled(this.#text)
    return this.#isEscaped === 0 ? text : (JSON.parse(`"${text}"`) as string)
  }

  /** What it replies to. */
  get parent(): string | null {
    return this.#parent === 0 ? null : this.#spelled(this.#parent)
  }

  /** The record, as it is spelled. */
  get record(): string {
    return this.#spelled(this.#record)
  }

  /** It has no facets, no embed and no tags. */
  get isBare(): boolean {
    return this.#beside.length === 0
  }

  /** Its facets, its embed and its tags, each with its key, as they are spelled. */
  get beside(): string[] {
    return this.#beside.map((stretch) => this.#spelled(stretch))
  }

  /** The hashtags and the accounts that it names; null: `beside` must be read for them, and may hold more words. */
  get names(): { tags: string[]; mentions: string[] } | null {
    if (this.#names === null) return null
    const [tags, mentions]: [string[], string[]] = [[], []]
    for (let i = 0; i < this.#names.length; i += 2) {
      const name = this.#spelled(this.#names[i + 1] as number)
      if (this.#names[i] === found.hashtag) tags.push(name)
      else mentions.push(name)
    }
    return { tags, mentions }
  }

  /** Whether this account stands in it, as its author or anywhere in what it says. */
  hasAccount(account: string): boolean {
    if (account.length === didLength && account.startsWith('did:plc:') && !this.#mayHave(account)) return false
    return this.did === account || ((this.#parent !== 0 || !this.isBare) && this.record.includes(account))
  }

  /** Most accounts that don't are told by the last letter of their DID. */
  #mayHave(account: string): boolean {
    return ((this.#dids >>> (account.charCodeAt(didLength - 1) & 31)) & 1) === 1
  }

  #spelled(stretch: number): string {
    return this.#frame.toString('utf8', stretch >>> 16, stretch & 0xffff)
  }
}

const didAt = '{"did":"'.length
const didLength = 32

const none: readonly number[] = []

function notesFrom(place: number, count: number): readonly number[] {
  if (count === 0) return none
  const all: number[] = []
  for (let at = place; at < place + count; at++) all.push(noteAt(at))
  return all
}
