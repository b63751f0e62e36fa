/** Whether a message is about us, where our name is also a word. */
import type { Learned } from './learning.ts'

/** A probability. `names` are ours as people write them: `Apple`, `@apple`. */
export function about(_text: string, _names: readonly string[], _learned?: Learned): number {
  return 0.5
}
