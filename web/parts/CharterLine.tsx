/** A room's charter in one line: how we sound there, what for, and how soon somebody has a word from us. */
import { Scroll } from 'lucide-react'
import type { Charter } from '../../src/api/rooms/shapes.charter.ts'
import { locale, type Say, useSay } from '../words/words.ts'
import { lagText } from './lag.ts'

export function CharterLine({ charter }: { charter: Charter }) {
  const say = useSay()
  const parts = [
    charter.tone.join(', '),
    charter.purpose,
    ...promisesIn(charter, say),
    charter.never && `${say('charter.never')}: ${charter.never}`,
  ]
  const said = parts.filter((part) => part !== '')
  if (said.length === 0) return null
  return (
    <p className="charter-line" title={charter.etiquette || undefined}>
      <Scroll size={13} aria-hidden="true" /> <span className="aloud">{say('charter.title')}: </span>
      <bdi>{said.join(' · ')}</bdi>
    </p>
  )
}

/** "a complaint within 1 hour", each intent that is promised something. */
export const promisesIn = ({ promises }: Charter, say: Say): string[] =>
  Object.entries(promises).map(([intent, minutes]) =>
    say('charter.promised', {
      to: intent === 'any' ? say('charter.any') : say(`label.${intent as Exclude<keyof Charter['promises'], 'any'>}`),
      time: lagText(60 * minutes, locale()),
    }),
  )
