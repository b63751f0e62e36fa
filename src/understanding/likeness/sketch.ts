/** What is kept of a question instead of its messages: how many they are, the sum of their vectors, typical wordings. */
import { dimensions } from './vector.ts'

/** A message in whole numbers (vector.ts), so that what is taken out again leaves exactly what was before. */
export type Message = { id: string; text: string; vector: Int8Array }

export type Wording = { id: string; text: string }

/** `wordings`: up to three, the most typical first, so that a name remains when one of them is forgotten. */
export type Sketch = { size: number; sum: Int32Array; wordings: Wording[] }

const mostWordings = 3
const longestWording = 200

export const emptySketch = (): Sketch => ({ size: 0, sum: new Int32Array(dimensions), wordings: [] })

/** `typical` says of a text how near it is to the middle of the question. */
export function addTo(sketch: Sketch, message: Message, typical: (text: string) => number): void {
  sketch.size++
  for (let at = 0; at < dimensions; at++) sketch.sum[at] = (sketch.sum[at] ?? 0) + (message.vector[at] ?? 0)
  addWording(sketch, message, typical)
}

/** A text is kept as a wording where it is one of the most typical. */
export function addWording(sketch: Sketch, message: Wording, typical: (text: string) => number): void {
  const wording = { id: message.id, text: message.text.slice(0, longestWording).trim() }
  if (wording.text === '' || sketch.wordings.some(({ id, text }) => id === wording.id || text === wording.text)) return
  sketch.wordings = [...sketch.wordings, wording]
    .map((each) => ({ each, near: typical(each.text) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, mostWordings)
    .map(({ each }) => each)
}

export function takeFrom(sketch: Sketch, message: Message): void {
  sketch.size--
  for (let at = 0; at < dimensions; at++) sketch.sum[at] = (sketch.sum[at] ?? 0) - (message.vector[at] ?? 0)
  sketch.wordings = sketch.wordings.filter(({ id }) => id !== message.id)
}

/** One kilobyte is enough for everything: what does not fit is the last of the wordings. */
const mostBytes = 1024
const version = 1

/** Version, size, the sums, then the wordings. Numbers as varints: seven bits a byte, the lowest first, the sign at the end. */
export function sketchToBytes({ size, sum, wordings }: Sketch): Uint8Array {
  const bytes: number[] = [version]
  const number = (value: number) => {
    let rest = value < 0 ? -2 * value - 1 : 2 * value
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
    bytes.push(rest)
  }
  number(size)
  for (const value of sum) number(value)
  for (const { id, text } of wordings) {
    const [ofId, ofText] = [new TextEncoder().encode(id), new TextEncoder().encode(text)]
    if (bytes.length + ofId.length + ofText.length + 6 > mostBytes) break
    number(ofId.length)
    bytes.push(...ofId)
    number(ofText.length)
    bytes.push(...ofText)
  }
  return Uint8Array.from(bytes)
}

/** Throws SketchDamaged when the bytes are not what `sketchToBytes` gives. */
export function sketchFrom(bytes: Uint8Array): Sketch {
  let at = 0
  const byte = () => bytes[at++] ?? damaged()
  const number = () => {
    let value = 0
    for (let place = 1; ; place *= 128) {
      const next = byte()
      value += (next & 127) * place
      if (next < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
      if (place > 2 ** 42) damaged()
    }
  }
  const text = () => {
    const length = number()
    if (length < 0 || at + length > bytes.length) damaged()
    at += length
    return new TextDecoder().decode(bytes.subarray(at - length, at))
  }
  if (byte() !== version) damaged()
  const size = number()
  const sum = Int32Array.from({ length: dimensions }, number)
  const wordings: Wording[] = []
  while (at < bytes.length) wordings.push({ id: text(), text: text() })
  return { size, sum, wordings }
}

/** These bytes are no sketch of this version. */
export class SketchDamaged extends Error {
  override name = 'SketchDamaged'
}

function damaged(): never {
  throw new SketchDamaged('These bytes are no sketch of a question')
}
