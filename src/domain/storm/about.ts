/** What a message is counted under: `room:ID`, `listener:ID`, `intent:complaint`, `question:ID`; all that a storm can be about. */
import type { Id } from '../../lib/ids.ts'
import { toneOf, type Understood } from '../message/understood.ts'

export type About = `${'room' | 'listener' | 'question' | 'answer'}:${Id}` | `intent:${string}`

/** Praise in plenty is no storm; of what else people want, these call for somebody. */
const watched: readonly string[] = ['complaint', 'question', 'urgent']

type Told = { roomId: Id; reasons: readonly string[]; labels: readonly string[] }

/** Without its question: that is placed a moment later. */
export const aboutsOf = ({ roomId, reasons, labels }: Told): About[] => [
  ...reasons.filter((it): it is `listener:${Id}` => it.startsWith('listener:')),
  ...labels.filter((it) => watched.includes(it)).map((it): About => `intent:${it}`),
  `room:${roomId}`,
]

export const isUnhappy = (understood: Pick<Understood, 'labels' | 'mood'> | null): boolean => {
  const tone = understood && toneOf(understood)
  return tone === 'annoyed' || tone === 'angry'
}

/** What comes first names a storm best. */
const inOrder = ['answer', 'listener', 'question', 'intent', 'room']
export const byName = (a: string, b: string): number => rank(a) - rank(b)
const rank = (about: string): number => inOrder.indexOf(about.split(':')[0] ?? '')
