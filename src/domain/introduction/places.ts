/** Where people say that they live or come from: "in Leeds", "Leeds-based", "wohne in Leipzig". Pure; English and German. */
import { isDelicate } from '../../understanding/delicate.ts'
import { type Found, isTrade } from './trades.ts'

/** A word with a capital is a place only where these words around it say so. Nothing is read where something delicate is told. */
export function placesIn(text: string): Found[] {
  if (isDelicate(text)) return []
  const found = ways.flatMap((way) => [...text.matchAll(way)]).flatMap((match) => placeOf(match))
  return [...new Map(found.map((it) => [it.key, it])).values()]
}

function placeOf({ 0: words, groups }: RegExpMatchArray): Found[] {
  const { place = '', trade } = groups ?? {}
  if (isNoPlace(place) || (trade !== undefined && !isTrade(trade))) return []
  const bare = place.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return [{ key: inGerman.get(bare) ?? bare, name: place, said: words.trim() }]
}

const place = String.raw`(?<place>\p{Lu}[\p{L}'’-]*\p{L}(?: \p{Lu}[\p{L}'’-]*\p{L}){0,2})(?![\p{L}'’])`
const start = String.raw`(?<=^|[^\p{L}\p{N}\s'’-]\s*|\n\s*)`
const word = String.raw`(?<![\p{L}\p{N}])`

const ways = [
  `${start}(?:[Ii]n|[Ff]rom|[Nn]ear|[Aa]us|[Bb]ei) ${place}`,
  `${word}(?:[Ll]iv(?:e|es|ing) in|[Bb]ased in|[Bb]orn(?: and raised)? in|[Gg]r(?:ew|own) up in|[Hh]ome in|[Rr]esident in) ${place}`,
  `${word}(?:I['’]m|[Ww]e['’]re|am|are|is|[Cc]omes?|[Oo]riginally|[Hh]ails?|[Gg]reetings) from ${place}`,
  `${word}(?:I['’]m|[Ww]e['’]re|am|are) in ${place}`,
  `${word}(?:[Ll]eb(?:e|t|en)|[Ww]ohn(?:e|t|en|haft)|[Gg]eboren|[Aa]ufgewachsen|[Zz]uhause|[Zz]u Hause|[Dd]aheim) (?:in|bei) ${place}`,
  `${word}(?:[Kk]omm(?:e|t|en)|[Ss]tamm(?:e|t|en)|[Bb]in|[Gg]rüße) aus ${place}`,
  String.raw`${word}(?<trade>\p{L}+) (?:in|from|aus) ${place}`,
  `${word}${place}[- ]based`,
  String.raw`📍\s*${place}`,
].map((way) => new RegExp(way, 'gu'))

// With a capital after "in" or "from", and no place: German nouns by their endings, days and months, trades, and what is too
// near to somebody's health or faith.
const noPlace = new Set(
  `ai it hr pr us uk eu love recovery remission training school business finance tech marketing sales retirement transition
  progress heaven christ jesus god lord allah gott himmel rente pension ausbildung elternzeit teilzeit liebe leidenschaft
  prinzip spaß neugier familie arbeit trauer behandlung pflege not home hell bed debt january february march april may june july
  august september october november december januar februar märz mai juni juli oktober dezember monday tuesday wednesday
  thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag spring summer autumn winter
  the a an my mein meine my der die das dem den einem einer work uni`.split(/\s+/),
)
const isNoPlace = (place: string): boolean => {
  const [first = ''] = place.toLowerCase().split(' ')
  return noPlace.has(first) || /(?:ung|heit|keit|schaft|tät|tion|sion|zeit|ismus|ism|ness)$/.test(first)
}

/** What both languages name otherwise, without marks. */
const inGerman = new Map([
  ['munich', 'munchen'],
  ['cologne', 'koln'],
  ['vienna', 'wien'],
  ['nuremberg', 'nurnberg'],
  ['hanover', 'hannover'],
  ['brunswick', 'braunschweig'],
  ['geneva', 'genf'],
])
