/**
 * A word's hash, of eight units at a time. It only finds sooner what is then compared. The units stand in memory; behind
 * them there are as many again that may be read and don't count.
 */
const K1: u64 = 0x9e3779b97f4a7c15
const K2: u64 = 0xd6e8feb86659fd93

/** Sixteen bytes of ones before sixteen of zeros. */
const ones = memory.data<u64>([-1, -1, 0, 0])

/** Of eight units the first so many. */
export function firstUnits(count: usize): v128 {
  return v128.load(ones + 16 - (count << 1))
}

export function hashOf(units: usize, count: usize): u32 {
  let all: u64 = count * K2
  for (;;) {
    const some: usize = count > 8 ? 8 : count
    const line = v128.and(v128.load(units), firstUnits(some))
    const low = v128.extract_lane<u64>(line, 0)
    const high = v128.extract_lane<u64>(line, 1)
    all = (all ^ low ^ rotl<u64>(high, 29)) * K1 + high
    all ^= all >>> 32
    if (count <= 8) break
    count -= 8
    units += 16
  }
  all *= K2
  return <u32>(all ^ (all >>> 32))
}

/** The hash of two words that follow each other. */
export function pairHash(first: u32, second: u32): u32 {
  const both = (((<u64>first) << 32) | <u64>second) * K1
  return <u32>(both ^ (both >>> 32))
}
