/** How a tie stands today: the word, and when the last contact was. */
import type { TieWithPerson } from '../../src/api/people/shapes.ties.ts'
import { useSay } from '../words/words.ts'
import { Ago } from './Time.tsx'

export function TouchLine({ tie }: { tie: Pick<TieWithPerson, 'touch' | 'lastContact'> }) {
  const say = useSay()
  return (
    <span className="touch" data-touch={tie.touch}>
      <b>{say(`tie.touch.${tie.touch}`)}</b> · <LastContact at={tie.lastContact} />
    </span>
  )
}

export function LastContact({ at }: { at: string | null }) {
  const say = useSay()
  if (at === null) return say('tie.never')
  // The time is an element of its own in the middle of the words.
  const [before, after] = say('tie.last', { time: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      <Ago at={at} />
      {after}
    </>
  )
}
