/** How long it takes to place a message among very many questions, how much is held for each, and what the short cut misses. */
import { hostile } from '../src/understanding/fixtures/hostile.ts'
import { Groups } from '../src/understanding/likeness/groups.ts'
import { shippedMeaning } from '../src/understanding/likeness/meaning.ts'
import { Shelf } from '../src/understanding/likeness/shelf.ts'
import { addTo, emptySketch, sketchToBytes } from '../src/understanding/likeness/sketch.ts'
import { vectorOf } from '../src/understanding/likeness/vector.ts'
import { dice } from '../training/same-dice.ts'
import { atMost, figure, median, type Options, quantile, type Result, report, threadTook } from './result.ts'

export const about = 'a message placed among very many questions, one thread; what a question takes in memory'

/** `--questions`: how many there are (100,000); `--messages`: how many are placed then (1,000). */
export async function run({ questions = '100000', messages = '1000' }: Options): Promise<Result> {
  const next = dice(5)
  const texts = Array.from({ length: Number(questions) }, () => wordingFrom(next))
  let made = 0
  const groups = new Groups({ newId: () => `new ${++made}` })
  const before = memory()
  for (const [at, text] of texts.entries()) groups.restore(String(at), firstSketch(String(at), text))
  const start = threadTook(() => groups.nearest('where is my order', 1))
  const held = memory() - before
  const askedAgain = texts.slice(0, Number(messages)).map(withoutOneWord)
  const placed = askedAgain.map((text, at) => threadTook(() => groups.add(`again ${at}`, text)))
  const slowest = hostile.map(([, text]) =>
    median(Array.from({ length: 5 }, () => threadTook(() => groups.nearest(text, 3)))),
  )
  return {
    name: 'grouping',
    rows: [
      figure('questions', texts.length, ''),
      figure('a message placed, median', median(placed), 'ms'),
      atMost('a message placed, p99', quantile(placed, 0.99), 'ms', 5),
      atMost('the nearest to hostile and very long texts, the slowest of their medians', Math.max(...slowest), 'ms', 5),
      figure('memory a question', held / texts.length / 1024, 'KB'),
      figure('once, when all were restored', start, 'ms'),
      figure('the nearest found where not all are looked at', 100 * foundAnyway(texts, askedAgain), '%'),
    ],
    notes: [
      'Questions are made up: four to nine words each of the 20,000 most frequent ones. Messages ask one again, less a word.',
      'Milliseconds of the thread alone, whoever else uses the machine.',
    ],
  }
}

/** How often the short cut finds the same nearest row as looking at all of them. */
function foundAnyway(texts: readonly string[], asked: readonly string[]): number {
  const [all, some] = [new Shelf(Number.POSITIVE_INFINITY), new Shelf()]
  const vector = (text: string) => Float32Array.from(vectorOf(text, shippedMeaning()))
  for (const text of texts) for (const shelf of [all, some]) shelf.set(shelf.make(), vector(text), 0)
  const probes = asked.slice(0, 300).map(vector)
  const same = probes.filter((probe) => all.nearest(probe, 1)[0]?.row === some.nearest(probe, 1)[0]?.row)
  return same.length / probes.length
}

function firstSketch(id: string, text: string): Uint8Array {
  const sketch = emptySketch()
  addTo(sketch, { id, text, vector: vectorOf(text, shippedMeaning()) }, () => 1)
  return sketchToBytes(sketch)
}

const words = [...shippedMeaning().place.keys()].slice(0, 20_000)

const wordingFrom = (next: () => number): string =>
  Array.from({ length: 4 + Math.floor(next() * 6) }, () => words[Math.floor(next() * words.length)]).join(' ')

const withoutOneWord = (text: string): string => text.slice(text.indexOf(' ') + 1)

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

if (import.meta.main) await report(about, run)
