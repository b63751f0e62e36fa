/** Times on screen: in people's words, with the exact time on hover and for screen readers. */
import { useSyncExternalStore } from 'react'
import { locale, type Say, useSay } from '../words/words.ts'
import { agoWords, dayText, exactTime, shortTime, sinceWords, type TimeWords } from './time-words.ts'

/** "since yesterday evening": how long they have waited. */
export function Since({ at }: { at: string }) {
  const now = useNow()
  const say = useSay()
  return <Told at={at} words={told(sinceWords(new Date(at), now), say)} />
}

/** "20 min ago", "yesterday", "Tuesday": when it was said. */
export function Ago({ at }: { at: string }) {
  const now = useNow()
  const say = useSay()
  return <Told at={at} words={told(agoWords(new Date(at), now), say)} />
}

/** "Tue 24 Nov, 09:00": when something will be, or was, to the minute. */
export function At({ at }: { at: string }) {
  const now = useNow()
  return <Told at={at} words={shortTime(new Date(at), now, locale())} />
}

/** The clock, to the half minute: for what is told in minutes and days. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(watchClock, halfMinute))
}

function Told({ at, words }: { at: string; words: string }) {
  const exact = exactTime(new Date(at), locale())
  return (
    <time dateTime={at} title={exact}>
      <span aria-hidden="true">{words}</span>
      <span className="aloud">{exact}</span>
    </time>
  )
}

function told(words: TimeWords, say: Say): string {
  if (words.day === undefined) return say(words.id, words.n === undefined ? {} : { n: words.n })
  const day = dayText(words.day, locale())
  return words.id === 'since.day' ? say('since.day', { day }) : day
}

const tick = 30_000
const halfMinute = () => Math.ceil(Date.now() / tick) * tick

function watchClock(changed: () => void) {
  const timer = setInterval(changed, tick / 2)
  return () => clearInterval(timer)
}
