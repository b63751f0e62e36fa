/** A TID, the record key that sorts by time: 53 bits of microseconds and 10 of chance, in 13 letters of base 32. */

const letters = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * The key for a record made `at`; `random` is in [0, 1). Our clock knows milliseconds only, so `random` fills the
 * microseconds too: two keys of one millisecond meet once in a million. Throws RangeError before 1970.
 * Format: https://atproto.com/specs/tid
 */
export function tidOf(at: Date, random: number): string {
  const ms = at.getTime()
  if (!(ms >= 0)) throw new RangeError(`No TID for ${ms} ms`)
  const chance = Math.floor(random * 1000 * 1024)
  const micros = BigInt(ms) * 1000n + BigInt(Math.floor(chance / 1024))
  let bits = (micros << 10n) | BigInt(chance % 1024)
  let tid = ''
  for (let letter = 0; letter < 13; letter++) {
    tid = letters[Number(bits & 31n)] + tid
    bits >>= 5n
  }
  return tid
}

/** Whether this can be a TID: the first letter is smaller, because the top bit is always 0. */
export const isTid = (text: string) => /^[2-7a-j][2-7a-z]{12}$/.test(text)
