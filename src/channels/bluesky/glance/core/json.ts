/** JSON as Jetstream spells it, without space between its signs: where things end. */

export const quote: u32 = 0x22
export const comma: u32 = 0x2c
export const colon: u32 = 0x3a
export const open: u32 = 0x7b
export const close: u32 = 0x7d
export const openList: u32 = 0x5b
export const closeList: u32 = 0x5d
const backslash: u32 = 0x5c

/** Whether these letters, all of them ASCII, stand from here on. Eight are compared at a time. */
export function stands(at: usize, letters: string): bool {
  const count = <usize>letters.length
  const its = changetype<usize>(letters)
  for (let i: usize = 0; i < count; i += 8) {
    const same = i16x8.bitmask(i16x8.eq(v128.load8x8_u(at + i), v128.load(its + (i << 1))))
    const asked = count - i < 8 ? (1 << (count - i)) - 1 : 255
    if ((same & asked) !== asked) return false
  }
  return true
}

/** Whether a string that was passed over holds something that is spelled by a backslash. */
export let escapes = false
export function forgetEscapes(): void {
  escapes = false
}

/** The quote that ends the string of which this is the first byte; 0: none does. */
export function stringEnd(from: usize): usize {
  let at = from
  while (true) {
    const some = v128.load(at)
    const signs = v128.or(i8x16.eq(some, i8x16.splat(<i8>quote)), i8x16.eq(some, i8x16.splat(<i8>backslash)))
    const met = i8x16.bitmask(v128.or(signs, i8x16.lt_u(some, i8x16.splat(32))))
    if (met === 0) {
      at += 16
      continue
    }
    at += <usize>ctz(met)
    if (load<u8>(at) === quote) return at
    // Control characters may not stand in a string, and behind the frame there is nothing else.
    if (load<u8>(at) !== backslash || !isEscape(load<u8>(at, 1), at + 2)) return 0
    escapes = true
    at += 2
  }
}

/** Whether this may stand behind a backslash; behind a u there must be four hexadecimal digits. */
function isEscape(sign: u32, digits: usize): bool {
  switch (sign) {
    case quote:
    case backslash:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return true
    case 0x75:
      for (let i: usize = 0; i < 4; i++) if (!isHexadecimal(load<u8>(digits + i))) return false
      return true
    default:
      return false
  }
}

function isHexadecimal(sign: u32): bool {
  return sign - 48 < 10 || (sign | 32) - 97 < 6
}

/** Behind the value that begins here; 0: it does not end. */
export function valueEnd(from: usize): usize {
  let deep = 0
  let at = from
  while (true) {
    const byte: u32 = load<u8>(at)
    if (byte === quote) {
      at = stringEnd(at + 1)
      if (at === 0) return 0
      if (deep === 0) return at + 1
    } else if (byte === open || byte === openList) deep++
    else if (byte === close || byte === closeList) {
      if (deep === 0) return at
      if (--deep === 0) return at + 1
    } else if (byte === comma) {
      if (deep === 0) return at
    } else if (byte < 32) return 0
    at++
  }
}
