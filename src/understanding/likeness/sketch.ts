/** What is kept of a question: the sum of its messages' vectors, how many they are, and its most typical wording. */

export type Sketch = { size: number; sum: Float32Array; name: string; nameId: string }
export type Message = { id: string; text: string; vector: Float32Array }

const dimensions = 200

export function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const [word] of text
    .slice(0, 1000)
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    let hash = 2166136261
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619)
    const place = (hash >>> 0) % dimensions
    vector[place] = (vector[place] ?? 0) + (word.length > 3 ? 1 : 0.2)
  }
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}

export const sketchOf = ({ id, text, vector }: Message): Sketch => ({
  size: 1,
  sum: vector.slice(),
  name: text.slice(0, 200),
  nameId: id,
})

export function withMessage(sketch: Sketch, message: Message): Sketch {
  return { ...sketch, size: sketch.size + 1, sum: sketch.sum.map((value, at) => value + (message.vector[at] ?? 0)) }
}

export function withoutMessage(sketch: Sketch, message: Message): Sketch {
  return { ...sketch, size: sketch.size - 1, sum: sketch.sum.map((value, at) => value - (message.vector[at] ?? 0)) }
}

export function likeness(sketch: Sketch, vector: Float32Array): number {
  const length = Math.hypot(...sketch.sum) || 1
  return Math.max(0, sketch.sum.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0) / length)
}

export const sketchToBytes = (sketch: Sketch): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ ...sketch, sum: [...sketch.sum.map((value) => Math.round(value * 100))] }))

export function sketchFrom(bytes: Uint8Array): Sketch {
  const read = JSON.parse(new TextDecoder().decode(bytes)) as Sketch
  return { ...read, sum: Float32Array.from(read.sum, (value) => value / 100) }
}
