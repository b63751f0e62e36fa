/**
 * A promise in what we wrote: that we do something for them by a day. "I'll get back to you Friday" is one; "we are closed on
 * Friday", "did you get back to us?" and "if it breaks, we'll send another tomorrow" are none. Pure; English, German, French
 * and Spanish. It would rather miss one than invent one: a teammate confirms it in any case.
 */
import { type Day, dayIn, type Language, languages } from './promise.words.ts'

/** `text`: the sentence that promises. `dueDay`: when it is due, as `2026-06-05`. */
export type Promised = { text: string; dueDay: Day }

const mostRead = 5_000
const longestSentence = 400

/** `on`: the day it was written. The first promise with a day counts; null: there is none. */
export function promiseIn(text: string, on: Day): Promised | null {
  for (const sentence of sentencesOf(ownWords(text.slice(0, mostRead)))) {
    if (sentence.length > longestSentence || sentence.endsWith('?')) continue
    for (const language of languages) {
      const dueDay = dueIn(sentence, language, on)
      if (dueDay !== null) return { text: sentence, dueDay }
    }
  }
  return null
}

/** The day named soonest after the promising words, else the last one named before them. */
function dueIn(sentence: string, language: Language, on: Day): Day | null {
  if (language.condition.test(sentence)) return null
  const promising = language.promises.exec(sentence)
  if (promising === null) return null
  const [before, after] = [sentence.slice(0, promising.index), sentence.slice(promising.index + promising[0].length)]
  if (language.denial.test(`${before.slice(-40)}${promising[0]}`) || language.denial.test(after.slice(0, 25)))
    return null
  // "…look into what you ordered on Friday": that Friday is theirs.
  const theirs = after.search(language.theirs)
  return (
    dayIn(promising[0], language, on) ??
    dayIn(theirs === -1 ? after : after.slice(0, theirs), language, on) ??
    dayIn(before, language, on)
  )
}

/** What we quote of others is no word of ours. */
const ownWords = (text: string): string =>
  text
    .replaceAll(/^\s*>.*$/gm, '')
    .replaceAll(/"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|»[^«\n]*«/g, '…')
    .replaceAll('’', "'")

const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?;\n]+[.!?]*/g) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
