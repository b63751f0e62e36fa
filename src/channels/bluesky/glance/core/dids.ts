/** A DID of the usual kind has 32 letters: https://atproto.com/specs/did-plc */
const LAST: usize = 31

/** Of the DIDs that stand between two places, the last letter of each as one of 32 bits. */
export function didsIn(from: usize, to: usize): u32 {
  let dids: u32 = 0
  for (let at = from; at < to; at += 16) {
    // d..:...: is looked for, as did:plc: is spelled; what else is spelled so costs a bit too many.
    const d = i8x16.eq(v128.load(at), i8x16.splat(0x64))
    const colons = v128.and(
      i8x16.eq(v128.load(at, 3), i8x16.splat(0x3a)),
      i8x16.eq(v128.load(at, 7), i8x16.splat(0x3a)),
    )
    for (let met = i8x16.bitmask(v128.and(d, colons)); met !== 0; met &= met - 1)
      dids |= 1 << (load<u8>(at + <usize>ctz(met) + LAST) & 31)
  }
  return dids
}
