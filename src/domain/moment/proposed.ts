/** What a message or a reply of ours offers to remember. A teammate says yes or no; nothing is ever remembered by itself. Pure. */
import { isDelicate } from '../../understanding/delicate.ts'
import { promiseIn } from '../../understanding/promise.ts'
import { dayOf, type Moment } from './moment.ts'

export type Proposed = Pick<Moment, 'text' | 'onDay' | 'dueDay'> & {
  kind: 'hiccup' | 'celebration' | 'loss' | 'promise'
  sensitivity: 'ordinary' | 'tender'
}

type Theirs = { title: string | null; text: string; at: Date; labels: readonly string[] }

const offered = ['hiccup', 'celebration', 'loss'] as const
const longest = 280

/** Of what they said, as it was understood: the likeliest. Never of health, politics, religion or the like. */
export function proposedOf({ title, text, at, labels }: Theirs): Proposed | null {
  const kind = labels.map((label) => offered.find((it) => it === label)).find((it) => it !== undefined)
  const words = [title, text].filter(Boolean).join(': ')
  if (kind === undefined || words.trim() === '' || isDelicate(words)) return null
  const sensitivity = kind === 'loss' ? 'tender' : 'ordinary'
  return { kind, text: shortened(words), onDay: dayOf(at), dueDay: null, sensitivity }
}

/** Of what we wrote to them: that we do something by a day. */
export function promisedIn({ text, at }: { text: string; at: Date }): Proposed | null {
  const promised = promiseIn(text, dayOf(at))
  return promised && { ...promised, kind: 'promise', onDay: dayOf(at), sensitivity: 'ordinary' }
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s\S*$/, '')}…`
}
