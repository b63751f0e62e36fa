/** How hand-written rows are written: a line a message, a part in braces being each of its choices in turn. */
import type { Row } from './rows.ts'

export type Seed = { text: string; heads: Row['heads']; mood?: -1 | 0 | 1; weight: number }

const none = {
  question: 0,
  complaint: 0,
  praise: 0,
  thanks: 0,
  suggestion: 0,
  loss: 0,
  purchase: 0,
  spam: 0,
  abuse: 0,
  chatter: 0,
} as const

/** What `heads` does not name does not hold; a question is what has the mark. */
export function messages(lines: string, heads: Row['heads'], mood?: -1 | 0 | 1): Seed[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const texts = choices(line)
      // A line counts for as much as any other, however many choices it has. Complaints have the most lines.
      const count = heads.complaint === 1 ? 1 : 2
      return texts.map((text) => ({
        text,
        heads: { ...none, question: /[?]/.test(text) ? 1 : 0, ...heads },
        mood,
        weight: count * Math.min(3, 20 / texts.length),
      }))
    })
}

function choices(line: string): string[] {
  const found = /\{([^{}]*)\}/.exec(line)
  if (found === null) return [line]
  return (found[1] as string)
    .split('|')
    .flatMap((choice) => choices(line.slice(0, found.index) + choice + line.slice(found.index + found[0].length)))
}
