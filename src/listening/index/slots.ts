/**
 * The slots of queries by their ids. One large map would now and then be made anew for twice as many, and whoever adds the
 * one query too many would wait for all: here that is a small part of them.
 */
export class Slots {
  readonly #parts = new Map<number, Map<string, number>>()
  size = 0

  get = (id: string): number | undefined => this.#parts.get(partOf(id))?.get(id)

  /** The id must be new. */
  set(id: string, slot: number): void {
    const part = this.#parts.get(partOf(id)) ?? new Map<string, number>()
    this.#parts.set(partOf(id), part.set(id, slot))
    this.size++
  }

  /** The id must be there. */
  delete(id: string): void {
    this.#parts.get(partOf(id))?.delete(id)
    this.size--
  }
}

const parts = 256

/** Any spreading will do. */
function partOf(id: string): number {
  let hash = 0
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (parts - 1)
}
