/** They asked, and when the courtesies are taken away nothing is left that could be the answer. */
import type { Check } from './warning.ts'
import { wordsOf } from './words.ts'

export const noAnswer: Check = ({ text, asked, theirNames, ourNames }) => {
  if (asked === null || !asks(asked) || answersBriefly.test(text)) return []
  const names = new Set([...theirNames, ...ourNames].flatMap(wordsOf))
  const left = wordsOf(text).filter((word) => !courtesies.has(word) && !names.has(word))
  return left.length < 2 ? [{ found: '', about: '' }] : []
}

const asks = ({ text, labels }: { text: string; labels: readonly string[] }) =>
  labels.includes('question') || text.includes('?')

/** A number, a link, a question back, yes or no, where to write: short, and an answer. */
const answersBriefly =
  /\d|https?:|www\.|\?|\b(?:yes|yep|yeah|no|nope|not|never|always|sure|correct|exactly|both|neither|dm|dms|mail|email|call|ja|nein|nicht|nie|immer|klar|genau|richtig|beide|doch|sofort|heute|morgen)\b/i

const courtesies = new Set(
  `hi hello hey dear good morning day evening afternoon there thanks thank you so much very many for your the a an and to of
  message messages question questions reaching out contacting writing getting in touch with us we i me my our team are is am be
  will would really truly happy glad pleased sorry apologize apologise apologies appreciate it this that feedback patience
  understanding great kind regards best cheers please have nice lovely wonderful weekend
  hallo moin servus guten tag morgen abend liebe lieber danke dankeschön vielen dank herzlichen für deine deinen dein ihre ihren
  ihr die der das den dass nachricht frage anfrage rückmeldung interesse wir ich uns unser freuen freut sind ist bin es tut mir leid
  sehr gerne gern und an grüße gruß viele liebe schönen schöne schönes wochenende geduld verständnis bitte`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
