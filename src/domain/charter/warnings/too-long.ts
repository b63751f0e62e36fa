/** Too long for the room: more than it takes, or thrice as long as our own good example for it. */
import type { Check } from './warning.ts'

/** Where neither the room nor its charter says anything, a reply of this many characters is a letter. */
const letter = 1200
/** However short the example, this much is never long. */
const short = 280
const times = 3

export const tooLong: Check = ({ text, limit, charter }) => {
  const length = [...text].length
  const most = charter.good === '' ? letter : Math.max(short, times * [...charter.good].length)
  const bound = Math.min(limit ?? most, most)
  return length > bound ? [{ found: String(bound), about: `${Math.ceil(length / bound)} times` }] : []
}
