/** Strangers' words, made safe for a terminal: what would move the cursor, hide text or turn it around is shown as a mark. */

/**
 * Control characters (C0, DEL, C1) and direction overrides become visible pictures or U+FFFD; line ends and tabs become spaces.
 * `\x1b[2J` would clear the screen; U+202E would turn the line around.
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(unsafe, (one) => {
      const code = one.codePointAt(0) ?? 0
      if (code < 0x20) return String.fromCodePoint(0x2400 + code)
      return code === 0x7f ? '\u2421' : '\ufffd'
    })

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const unsafe = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
