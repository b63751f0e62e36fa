import { grown } from './pool.ts'

/**
 * The names of the words of one message, in columns. A word has one name or several (`#cake` is also cake), which stand
 * beside each other. Each is a stretch of the units that are compared, with its hash.
 */
export class Names {
  count = 0
  starts = new Int32Array(usual)
  ends = new Int32Array(usual)
  hashes = new Int32Array(usual)
  /** The position of its word. */
  positions = new Int32Array(usual)
  /** The names that were read plainly, as written. */
  readonly cased = new Map<number, string>()

  clear(): void {
    this.count = 0
    if (this.cased.size > 0) this.cased.clear()
    if (this.starts.length > most) this.#resize(usual)
  }

  /** Takes back the names from this number on. */
  cut(count: number): void {
    if (this.cased.size > 0) for (let name = count; name < this.count; name++) this.cased.delete(name)
    this.count = count
  }

  /** Gives its number. */
  add(start: number, end: number, hash: number, position: number): number {
    const name = this.count++
    if (name === this.starts.length) this.#resize(name * 2)
    this.starts[name] = start
    this.ends[name] = end
    this.hashes[name] = hash
    this.positions[name] = position
    return name
  }

  #resize(size: number): void {
    const to = (old: Int32Array<ArrayBuffer>) => grown(old.subarray(0, size), new Int32Array(size))
    this.starts = to(this.starts)
    this.ends = to(this.ends)
    this.hashes = to(this.hashes)
    this.positions = to(this.positions)
  }
}

const usual = 1 << 10
/** What a very long message took is given back with the next. */
const most = 1 << 16
