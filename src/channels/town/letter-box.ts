/**
 * Between `send` and `hear` of one room of the pretend town, in memory alone: who was answered as the program stops stays
 * silent. What is sent in one thread is heard in another.
 */
import { BroadcastChannel } from 'node:worker_threads'

export type Answered = { id: string; ours: string }
export type LetterBox = { put(answered: Answered, at: Date): void; takeDue(now: Date): Answered[] }

const THINKS_MS = 25_000
/** Nobody hears in this thread: what lies so long is thrown away. */
const LIES_MS = 120_000

type Letter = Answered & { due: number }

const boxes = new Map<string, Map<string, Letter>>()
const post = new BroadcastChannel('earshot: the pretend town')
post.onmessage = (event: unknown) => {
  const { name, letter } = (event as { data: { name: string; letter: Letter } }).data
  lay(name, letter)
}
post.unref()

export const letterBoxOf = (name: string): LetterBox => ({
  put(answered, at) {
    const letter = { ...answered, due: at.getTime() + THINKS_MS }
    lay(name, letter)
    post.postMessage({ name, letter })
  },
  takeDue(now) {
    const box = boxes.get(name)
    const due = [...(box?.values() ?? [])].filter((letter) => letter.due <= now.getTime())
    for (const { ours } of due) box?.delete(ours)
    return due
  },
})

function lay(name: string, letter: Letter): void {
  const box = boxes.get(name) ?? new Map<string, Letter>()
  for (const [ours, { due }] of box) if (due < letter.due - LIES_MS) box.delete(ours)
  boxes.set(name, box.set(letter.ours, letter))
}
