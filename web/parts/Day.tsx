/** A day without an hour, as it is written in the teammate's region; with `words`, in the middle of a sentence. */
import { locale, useSay, type WordId } from '../words/words.ts'

export function Day({ day, words }: { day: string; words?: WordId }) {
  const say = useSay()
  const shown = new Date(`${day}T12:00:00Z`).toLocaleDateString(locale(), { dateStyle: 'medium', timeZone: 'UTC' })
  return <time dateTime={day}>{words ? say(words, { day: shown }) : shown}</time>
}
