/** Whether a message is about us, where our name is also a word: by what stands around the name, and by what a workspace taught. */

import { sigmoid, withLearned } from './fitting.ts'
import { fitted, type Learned } from './learning.ts'
import { sumsOf } from './models/shipped.ts'
import { read } from './reading/features.ts'

/**
 * A probability. `names` are ours as people write them: `Apple`, `@apple`, `#apple`. Once a workspace has corrected, its
 * corrections decide; before, these count: named as an account or a tag, written with a capital within a sentence, spoken to,
 * and not preceded by an article ("an apple").
 */
export function about(text: string, names: readonly string[], learned?: Learned): number {
  const taught = learned && fitted(learned, 'about')
  if (taught !== undefined) {
    const features = read(text)
    if (features.tokens > 0) return sigmoid(withLearned(taught, 'about', features, sumsOf(features))[0] as number)
  }
  const head = text.slice(0, 2_000)
  const all = names.map((name) => evidence(head, name.replace(/^[@#]/, ''))).filter((found) => found !== null)
  return all.length === 0 ? 0.02 : sigmoid(Math.max(...all))
}

/** In log odds; null: it is not named. */
function evidence(text: string, name: string): number | null {
  if (name === '') return null
  const words = [
    ...text.matchAll(new RegExp(`(\\p{L}+\\s+)?([@#]?)(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu')),
  ]
  if (words.length === 0) return null
  return Math.max(
    ...words.map(([whole, before = '', sign = '']) => {
      if (sign === '@') return 3
      if (sign === '#') return 1.5
      const written = whole.slice(before.length)
      const capital = written[0] !== written[0]?.toLowerCase()
      const article = /^(?:an?|the|some|ein|eine|un|une|una|um|uma)\s/i.test(before)
      return 0.3 + (capital && before !== '' ? 1 : 0) - (article ? 1.5 : 0) + (capital ? 0 : -0.8)
    }),
  )
}

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
