/** How long a reply is, counted as its room counts it. */
import type { Replying } from '../../src/api/shapes.ts'

export type Length = { left: number; bytesOver: number; fits: boolean }

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const encoder = new TextEncoder()

/**
 * What is left of the room's limit; null where the room has none. A grapheme is what a reader takes for one sign
 * (a family emoji is one), a character is one code point; some rooms limit the bytes of UTF-8 as well.
 */
export function lengthLeft(text: string, rule: Replying['length']): Length | null {
  if (rule === null) return null
  const used = rule.unit === 'graphemes' ? [...segmenter.segment(text)].length : [...text].length
  const left = rule.limit - used
  const bytesOver = rule.bytes === null ? 0 : Math.max(0, encoder.encode(text).length - rule.bytes)
  return { left, bytesOver, fits: left >= 0 && bytesOver === 0 }
}
