/** What people say that they do for a living: "baker", "I teach", "arbeitet als Imkerin". Pure; English and German. */
import { isStopWord } from '../../listening/stop-words.ts'
import { isDelicate } from '../../understanding/delicate.ts'

/** `name` as it is shown, and the words that say it. */
export type Found = { readonly key: string; readonly name: string; readonly said: string }

/** Only what they say of themselves: "my baker" and "looking for a baker" tell of somebody else. */
export function tradesIn(text: string): Found[] {
  if (isDelicate(text)) return []
  const found = text.split(/[,;.!?|·•/()\n–—]|\s-\s|\s(?:and|und)\s|&/u).flatMap((part) => {
    const trade = worksAs(part) ?? named(part)
    return trade ? [{ ...trade, said: part.trim() }] : []
  })
  return [...new Map(found.map((it) => [it.key, it])).values()]
}

/** Whether a word names a trade that we know. */
export const isTrade = (word: string): boolean => known.has(word.toLowerCase())

type Trade = Pick<Found, 'key' | 'name'>

function worksAs(part: string): Trade | null {
  const as = /(?<!\p{L})(?:work(?:s|ed|ing)? as an?|arbeite[nt]? als)\s+(?<what>.+)/iu.exec(part)
  if (as === null || !isOfOneself(part.slice(0, as.index))) return null
  const words = wordsOf(as.groups?.what ?? '')
  const end = words.findIndex((word) => isStopWord(word.toLowerCase()))
  const what = words.slice(0, end < 0 ? 2 : Math.min(2, end))
  const trade = what.find(isTrade) ?? what.join(' ')
  return trade ? tradeOf(trade) : null
}

function named(part: string): Trade | null {
  const verb = verbs.find(([way]) => way.test(part))
  if (verb) return { key: verb[1], name: verb[2] }
  const match = [...part.matchAll(/[\p{L}-]+(?!['’]s)(?![\p{L}'’-])/gu)].find(([word]) => isTrade(word))
  return match && isOfOneself(part.slice(0, match.index)) ? tradeOf(match[0]) : null
}

const tradeOf = (word: string): Trade => ({ key: known.get(word.toLowerCase()) ?? word.toLowerCase(), name: word })

const MOST_BEFORE = 4
const ofAnother = new Set(
  `my your our her his their the no not never former ex for of with to by love loves like likes need needs want wants find hire
  wife husband son daughter sister brother friend partner married mein meine meinen unser unsere ihr ihre sein seine kein keine
  nicht nie für von mit suche sucht brauche liebe mag frau mann sohn tochter schwester bruder freund freundin`.split(
    /\s+/,
  ),
)
const isOfOneself = (before: string): boolean => {
  const words = wordsOf(before)
  return words.length <= MOST_BEFORE && !words.some((word) => ofAnother.has(word.toLowerCase()))
}

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? []

// Our own list: trades that people name in profiles, each by the English word, then its German forms.
const trades = `baker bäcker bäckerin bäckermeister bäckermeisterin|teacher lehrer lehrerin|nurse krankenpfleger krankenpflegerin krankenschwester|
  carpenter joiner tischler tischlerin schreiner schreinerin zimmermann|electrician elektriker elektrikerin|plumber klempner klempnerin|
  gardener gärtner gärtnerin|farmer landwirt landwirtin bauer bäuerin|beekeeper imker imkerin|florist floristin|butcher metzger metzgerin|
  brewer brauer brauerin|chef cook koch köchin|barista|waiter waitress kellner kellnerin|tailor seamstress schneider schneiderin|
  hairdresser barber friseur friseurin|photographer fotograf fotografin|illustrator illustratorin|designer designerin|
  architect architekt architektin|engineer ingenieur ingenieurin|developer programmer entwickler entwicklerin programmierer programmiererin|
  journalist reporter journalistin|writer author autor autorin schriftsteller schriftstellerin|translator übersetzer übersetzerin|
  librarian bibliothekar bibliothekarin|bookseller buchhändler buchhändlerin|musician musiker musikerin|painter maler malerin|
  potter töpfer töpferin|actor actress schauspieler schauspielerin|lawyer solicitor anwalt anwältin rechtsanwalt rechtsanwältin|
  accountant buchhalter buchhalterin|scientist wissenschaftler wissenschaftlerin|midwife hebamme|vet tierarzt tierärztin|
  postman postie briefträger briefträgerin|fisherman fischer fischerin|mechanic mechaniker mechanikerin|goldsmith goldschmied goldschmiedin`
const known = new Map(
  trades.split(/\|\s*/).flatMap((line) => {
    const words = line.split(' ')
    return words.map((word) => [word, words[0] as string] as const)
  }),
)

const verbs: readonly (readonly [way: RegExp, key: string, name: string])[] = [
  [/^\s*i teach(?!\p{L})|^\s*teaches(?!\p{L})/iu, 'teacher', 'teaching'],
  [/^\s*(?:ich )?unterrichtet?(?!\p{L})/iu, 'teacher', 'unterrichten'],
]
