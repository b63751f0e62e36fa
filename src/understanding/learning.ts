/**
 * What one workspace's teammates taught. Each correction is kept as hashes of its words (never the words) with what the shipped
 * model said; from these a small logistic regression is fitted anew, on top of what the shipped model says. So corrections
 * count at once, in any order, and forgetting them all gives the shipped model back.
 */
import { type Fitted, fit, type Kept, keep, type Task } from './fitting.ts'
import { type Intent, intents } from './intents.ts'

/** What a teammate said of a message. What a label leaves out is not said. `mood`: above .15 positive, below -.15 negative. */
export type Correction = { text: string; label: Partial<Record<Intent, boolean>> & { mood?: number; about?: boolean } }

/** The latest corrections count; older ones than these are forgotten. About 150 bytes each. */
export const mostKept = 1_000

export type Learned = { readonly kept: readonly Kept[] }

/** With one correction more; the given one stays as it is. */
export function learn(learned: Learned | undefined, { text, label }: Correction): Learned {
  const said = new Map<Task, number>()
  for (const intent of intents) if (label[intent] !== undefined) said.set(intent, label[intent] ? 1 : 0)
  if (label.about !== undefined) said.set('about', label.about ? 1 : 0)
  if (label.mood !== undefined) said.set('mood', label.mood > 0.15 ? 2 : label.mood < -0.15 ? 0 : 1)
  return { kept: [...(learned?.kept ?? []), keep(text, said)].slice(-mostKept) }
}

const fits = new WeakMap<Learned, Map<Task, Fitted | undefined>>()

/** What was learned for a task; undefined where nothing was. Fitted when it is first asked for. */
export function fitted(learned: Learned, task: Task): Fitted | undefined {
  const known = fits.get(learned) ?? new Map<Task, Fitted | undefined>()
  fits.set(learned, known)
  if (!known.has(task)) known.set(task, fit(learned.kept, task))
  return known.get(task)
}

const tasks: readonly Task[] = [...intents, 'mood', 'about']
const version = 1

/** As bytes, to be kept in a table: about 300 a correction. */
export function encodeLearned({ kept }: Learned): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(version)]
  for (const { hashes, counts, sums, said } of kept) {
    const head = new Uint16Array([...counts, sums.length, said.size])
    const labels = [...said].flatMap(([task, right]) => [tasks.indexOf(task), right])
    parts.push(bytesOf(head), Uint8Array.from(labels), bytesOf(sums), bytesOf(hashes))
  }
  return Buffer.concat(parts)
}

const bytesOf = (it: Uint16Array | Int8Array) => new Uint8Array(it.buffer, it.byteOffset, it.byteLength)

export class LearnedUnreadable extends Error {
  override name = 'LearnedUnreadable'
  constructor() {
    super("What was learned can't be read: it was written by another version, or is cut short.")
  }
}

/** Throws LearnedUnreadable where the bytes are not what `encodeLearned` gave. */
export function decodeLearned(bytes: Uint8Array): Learned {
  if (bytes[0] !== version) throw new LearnedUnreadable()
  const kept: Kept[] = []
  let at = 1
  const take = (count: number) => {
    if (at + count > bytes.length) throw new LearnedUnreadable()
    at += count
    return Uint8Array.from(bytes.subarray(at - count, at)) // a copy: where it lies in a Buffer, a view need not be even
  }
  const units = (count: number) => new Uint16Array(take(count * 2).buffer)
  while (at < bytes.length) {
    const head = units(6)
    const [sumCount, saidCount] = [head[4] as number, head[5] as number]
    const labels = take(saidCount * 2)
    const said = new Map<Task, number>()
    for (let label = 0; label < labels.length; label += 2) {
      const task = tasks[labels[label] as number]
      if (task === undefined) throw new LearnedUnreadable()
      said.set(task, labels[label + 1] as number)
    }
    const sums = new Int8Array(take(sumCount).buffer)
    const counts = [...head.subarray(0, 4)]
    kept.push({ hashes: units(counts.reduce((sum, count) => sum + count, 0)), counts, sums, said })
  }
  return { kept }
}
