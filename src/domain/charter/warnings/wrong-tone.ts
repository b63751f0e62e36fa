/**
 * Another tone than the room's: nearer to the bad example than to the good one in what tells the two apart. Only where the
 * charter has both. With "So sorry, Ada! It's on its way." as the good one and "Dear customer, your parcel was dispatched." as the bad
 * one, "Dear Ada, it was sent yesterday." is told for its stiff greeting.
 */
import type { Check } from './warning.ts'
import { sentencesOf, wordsOf } from './words.ts'

/** Between 0 and 1; each is a thing that a person can point at. */
const traits = {
  exclaims: (text) => Math.min(1, count(text, /!/g) / sentencesOf(text).length),
  shouts: (text) => Math.min(1, (4 * count(text, /\b\p{Lu}{4,}\b/gu)) / wordsOf(text).length),
  emoji: (text) => Math.min(1, count(text, /\p{Extended_Pictographic}/gu)),
  stiff: (text) =>
    /^\s*(?:dear\b|sehr geehrte|greetings\b|to whom)|sincerely|hochachtungsvoll|mit freundlichen grüßen/i.test(text)
      ? 1
      : 0,
  formal: (text) =>
    shareOf(
      text,
      /(?<=\S\s)(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/g,
      /\b(?:du|dir|dich|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)\b/gi,
    ),
  uncontracted: (text) =>
    shareOf(
      text,
      /\b(?:do|does|did|is|are|was|were|have|has|had|would|could|should|will) not\b|\bcannot\b|\b(?:I|we|you|they) (?:are|have|will|would)\b|\bI am\b|\bit is\b/gi,
      /\b\w+['’](?:t|s|re|ve|ll|d|m)\b/gi,
    ),
  wordy: (text) => Math.min(1, wordsOf(text).length / sentencesOf(text).length / 30),
} as const satisfies Record<string, (text: string) => number>

export type Trait = keyof typeof traits

/** So far apart must the examples be in a trait for it to tell anything. */
const tellsFrom = 0.3

export const wrongTone: Check = ({ text, charter: { good, bad } }) => {
  if (good === '' || bad === '' || wordsOf(text).length === 0) return []
  const telling = (Object.keys(traits) as Trait[]).flatMap((trait) => {
    const [draft, well, badly] = [text, good, bad].map(traits[trait]) as [number, number, number]
    if (Math.abs(well - badly) < tellsFrom) return []
    // To leave out a cheer is no fault; to say du where the room says Sie is one, and the other way round.
    if (trait !== 'formal' && badly < well) return []
    return [{ trait, bad: 2 * Math.abs(draft - badly) < Math.abs(draft - well) }]
  })
  const against = telling.filter((it) => it.bad).map(({ trait }) => trait)
  // One slip is no tone, unless it is all that the examples tell.
  const enough = against.length >= Math.min(2, telling.length) && against.length > telling.length / 2
  return enough ? [{ found: against.join(' '), about: against.join(' ') }] : []
}

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0

/** Of the one among both; half where there is neither. */
function shareOf(text: string, one: RegExp, other: RegExp): number {
  const [first, second] = [count(text, one), count(text, other)]
  return first + second === 0 ? 0.5 : first / (first + second)
}
