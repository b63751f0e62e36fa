import type { Core } from './core.ts'

/** Which lengths of beginnings (`rock*`) are in use, by their roots (core/beginnings.ts); the core is told when that changes. */
export class Beginnings {
  readonly #core: Core
  readonly #uses = new Map<number, Int32Array>()
  readonly #long = new Map<number, number>()

  constructor(core: Core) {
    this.#core = core
  }

  /** One beginning more, or less, of so many units, the first of which stand at an address. */
  count(units: number, count: number, by: 1 | -1): void {
    const { calls } = this.#core
    const root = calls.rootOf(units, count)
    const uses = this.#uses.get(root) ?? new Int32Array(32)
    const length = Math.min(count, 31)
    uses[length] = (uses[length] as number) + by
    this.#uses.set(root, uses)
    calls.setLengths(
      root,
      uses.reduce((all, used, each) => (used > 0 ? all | (1 << each) : all), 0),
    )
    if (count < 31) return
    const long = (this.#long.get(count) ?? 0) + by
    if (long > 0) this.#long.set(count, long)
    else this.#long.delete(count)
    calls.clearLongs()
    for (const each of this.#long.keys()) calls.addLong(each)
  }
}
