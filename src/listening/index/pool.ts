/**
 * Many small lists of whole numbers in one array: what 100,000 queries are made of costs the bytes of its numbers and no
 * objects. A block that is given back is used again by the next of its size.
 */
export class Pool {
  data: Int32Array = new Int32Array(1024)
  #end = 0
  readonly #free = new Map<number, number[]>()

  /** A block for at least so many numbers; `roomFor` says how many it holds. What is in it is left from before. */
  take(size: number): number {
    const room = roomFor(size)
    const left = this.#free.get(room)?.pop()
    if (left !== undefined) return left
    const block = this.#end
    this.#end += room
    if (this.#end > this.data.length) {
      this.data = grown(this.data, new Int32Array(Math.max(Math.ceil(this.data.length * 1.4), this.#end)))
    }
    return block
  }

  give(block: number, size: number): void {
    const room = roomFor(size)
    const free = this.#free.get(room)
    if (free) free.push(block)
    else this.#free.set(room, [block])
  }
}

/** Blocks come in few sizes, an eighth apart, so that one given back soon fits another list. */
function roomFor(size: number): number {
  if (size <= 8) return size
  const step = 1 << Math.max(0, 28 - Math.clz32(size - 1))
  return Math.ceil(size / step) * step
}

/** `larger`, which begins with what `old` holds. */
export function grown<T extends Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

/** What was read only so that it is near when it is needed: it is kept here, so that the reading is not left out. */
export const broughtNear = new Int32Array(1)
