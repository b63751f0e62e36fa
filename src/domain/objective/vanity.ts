/**
 * What somebody types when asked for a measure, read: as one of the list, or as a vanity, which counts how loud we are and
 * not what came of it. English and German.
 */
import type { MeasureName } from './measure.ts'

export type VanityName = 'followers' | 'likes' | 'impressions' | 'reach' | 'views' | 'engagement' | 'shares'

export type Vanity = {
  readonly is: VanityName
  /** As it was typed. */
  readonly word: string
  /** Why it can't be chosen. */
  readonly why: string
  /** What may have been hoped for behind it, the likeliest first. */
  readonly behind: readonly MeasureName[]
}

/** The vanity that a text speaks of; null: of none. What people ask or say *about* it is a topic, and no measure. */
export function vanityIn(text: string): Vanity | null {
  const read = plain(text)
  for (const { is, words, why, behind } of vanities) {
    if (is === 'followers' && isNamed.test(read)) continue
    for (const found of read.matchAll(words)) {
      const before = read.slice(0, found.index)
      if (!asTopic.test(before) && !asDeed.test(before)) return { is, word: found[0].trim(), why, behind }
    }
  }
  return null
}

/**
 * The vanity that a sentence wants more of: `10,000 followers by June`, `Mehr Reichweite`. One that names a real result too
 * (`more orders from our followers`) wants that.
 */
export function vanityWanted(sentence: string): Vanity | null {
  const vanity = vanityIn(sentence)
  if (vanity === null || measuresIn(sentence).length > 0) return null
  const short = plain(sentence).trim().split(/\s+/).length <= 3
  return short || wantsMore.test(plain(sentence)) ? vanity : null
}

/** The measures of the list that a text may mean, in the order in which it speaks of them. */
export function measuresIn(text: string): MeasureName[] {
  const read = plain(text)
  return meant
    .flatMap(({ measure, words }) => {
      const at = read.search(words)
      return at < 0 ? [] : [{ measure, at }]
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ measure }) => measure)
}

const plain = (text: string): string => text.slice(0, 500).normalize('NFKC').toLowerCase()

/** Whole words: `views` is not in `reviews`. German grows its words together, so that its stems say themselves what may follow. */
const word = (...alternatives: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
const anyOf = (...alternatives: string[]) => new RegExp(word(...alternatives).source, 'u')

const vanities: readonly (Omit<Vanity, 'word'> & { words: RegExp })[] = [
  {
    is: 'followers',
    words: word(
      'followers?',
      'follower\\p{L}+',
      'followings?',
      'fans?',
      'fan(?:zahl|base|gemeinde)\\p{L}*',
      'subscribers?',
      'subs',
      'abonnent\\p{L}*',
      'abos?',
      'abozahl\\p{L}*',
      'anhänger(?:zahl\\p{L}*)?',
    ),
    why: 'To follow costs nothing and promises nothing: the number grows while nobody buys, comes or comes back.',
    behind: ['sign-ups', 'orders', 'meetings'],
  },
  {
    is: 'likes',
    words: word(
      'likes',
      'likes?[- ]?(?:zahl|count|rate|quote)\\p{L}*',
      'hearts',
      'reactions',
      'thumbs[- ]up',
      'up-?votes?',
      'favou?rites',
      'faves?',
      'gefällt[- ]mir(?:-angaben)?',
      'herz(?:en|chen)',
      'daumen(?: hoch)?',
      'reaktionen',
    ),
    why: 'A like is a nod in passing. It says neither that somebody is content nor that they will come back.',
    behind: ['satisfaction', 'won-back'],
  },
  {
    is: 'impressions',
    words: word('impressions?', 'impressionen', 'einblendungen', 'ad[- ]views?', 'cpm', 'tkp'),
    why: 'An impression says that something was shown, and not that anybody looked.',
    behind: ['orders', 'sign-ups'],
  },
  {
    is: 'reach',
    words: word(
      'reach(?! (?:out|us|you|him|her|them|me|somebody|someone|anybody|a (?:human|person|teammate))(?!\\p{L}))',
      'reichweiten?\\p{L}*',
      'audience(?: size)?',
      'visibility',
      'sichtbarkeit',
      'viral',
      'virality',
      'viralität',
      'klout',
      'influence score',
    ),
    why: 'Reach counts who might have seen it. How many spoke of us by themselves says more, and who came to us most of all.',
    behind: ['voice', 'orders'],
  },
  {
    is: 'views',
    words: word(
      '(?:page|video|story|profile)?[- ]?views?',
      '(?:seiten|video|profil|story|beitrags)?-?aufrufe?n?',
      '(?:seiten|video|profil)ansichten',
      'plays',
      'clicks?',
      'click[- ]?(?:through|rate)\\p{L}*',
      'klicks?',
      'klick(?:rate|zahl)\\p{L}*',
      'traffic',
      'visits',
      'page ?visits',
      'ctr',
    ),
    why: 'To look is free. What people did after they had looked is what we live on.',
    behind: ['orders', 'sign-ups', 'unasked'],
  },
  {
    is: 'engagement',
    words: word(
      'engagements?(?:[- ]?(?:rate|quote)\\p{L}*)?',
      'interactions?(?: rates?)?',
      'interaktion(?:en|s\\p{L}*)?',
      'buzz',
    ),
    why: 'Engagement counts a furious word like a grateful one. Whether those who spoke to us got their answer can be counted.',
    behind: ['answered-in-time', 'satisfaction'],
  },
  {
    is: 'shares',
    words: word(
      'shares',
      're-?tweets?',
      're-?posts?',
      'boosts',
      're-?blogs?',
      'geteilte (?:beiträge|posts)',
      'teilungen',
    ),
    why: 'A repost carries our words on, and not what came of them. Who speaks of us unasked is worth more.',
    behind: ['voice', 'sign-ups'],
  },
]

/** `questions about the reach of our bikes`, `Fragen zur Reichweite`: a topic. */
const asTopic = /(?<!\p{L})(?:about|regarding|concerning|over|zu|zur|zum|über|wegen|bezüglich|nach)(?: \p{L}+){0,2} $/u
/** `sell 200 fans`, `everybody likes it`: no number of the kind. */
const asDeed =
  /(?<!\p{L})(?:sell|sold|order|orders for|repair|verkauf\p{L}*|he|she|it|who|everybody|everyone|nobody)(?: [\p{N}.,]+| more| mehr| ceiling)* $/u
/** Who wants our letter or pays for it is named, and may be written to. */
const isNamed = /(?<!\p{L})(?:newsletter|paid|paying|zahlende\p{L}*|mail(?:ing)? list)(?!\p{L})/u

const wantsMore =
  /[\p{N}]|(?<!\p{L})(?:more|most|grow\p{L}*|increas\p{L}*|rais\p{L}*|boost|double|triple|gain|get|win|reach|maximi\p{L}*|higher|better|bigger|improve|mehr|meisten?|wachs\p{L}*|steiger\p{L}*|erhöh\p{L}*|verdoppel\p{L}*|verdreifach\p{L}*|gewinn\p{L}*|größer\p{L}*|höher\p{L}*|bekommen|verbesser\p{L}*|ausbau\p{L}*)(?!\p{L})/u

const meant: readonly { measure: MeasureName; words: RegExp }[] = [
  {
    measure: 'answered-in-time',
    words: anyOf(
      'answer(?:s|ed|ing)?',
      'repl(?:y|ies|ied)',
      'respond\\p{L}*',
      'respon[sc]e times?',
      'in time',
      'wait(?:s|ing)?',
      'antwort\\p{L}*',
      'beantwort\\p{L}*',
      'reaktionszeit\\p{L}*',
      'wart(?:en|et|ezeit\\p{L}*)',
    ),
  },
  {
    measure: 'won-back',
    words: anyOf(
      'w[io]n\\p{L}* (?:\\p{L}+ ){0,3}back',
      'com(?:e|es|ing) back',
      'complain\\p{L}*',
      'churn',
      'beschwer\\p{L}*',
      'reklam\\p{L}*',
      'zurück(?:gewonnen|gewinn\\p{L}*|zugewinnen|komm\\p{L}*|zuholen)',
      'abwander\\p{L}*',
    ),
  },
  {
    measure: 'orders',
    words: anyOf(
      'orders?',
      'ordered',
      'sales?',
      'sell',
      'sold',
      'purchas\\p{L}*',
      'buy(?:s|ers?|ing)?',
      'revenue',
      'turnover',
      'bestell\\p{L}*',
      '(?:ver)?k[aä]uf\\p{L}*',
      '(?:ver)?kauft',
      'umsatz',
      'umsätze',
      'aufträge?n?',
      'absatz',
    ),
  },
  {
    measure: 'meetings',
    words: anyOf(
      'meet(?:s|ings?)?',
      'appointments?',
      'face to face',
      'visitors?',
      'demos?',
      'treffen',
      'termine?n?',
      'besuch\\p{L}*',
      'probefahrt\\p{L}*',
      'gespräche?n?',
    ),
  },
  {
    measure: 'sign-ups',
    words: anyOf(
      'sign(?:s|ed|ing)?[- ]?ups?',
      'registr\\p{L}*',
      'register\\p{L}*',
      'enrol\\p{L}*',
      'newsletter',
      'trials?',
      'bookings?',
      'members?',
      'anmeld\\p{L}*',
      'registrier\\p{L}*',
      'buchung\\p{L}*',
      'mitglied\\p{L}*',
    ),
  },
  {
    measure: 'unasked',
    words: anyOf(
      '(?:fewer|less|same|stop\\p{L}*) (?:\\p{L}+ ){0,2}(?:questions?|asking|ask(?:s|ed)?|tickets?|calls?)',
      'questions?',
      'tickets?',
      'asks?',
      '(?:nach|rück|an)?fragen?',
      'gefragt',
    ),
  },
  {
    measure: 'voice',
    words: anyOf(
      'share of voice',
      'mentions?',
      'mentioned',
      'talk(?:s|ed|ing)? (?:about|of) us',
      'speak of us',
      'reputation',
      'erwähn\\p{L}*',
      'ruf',
      'bekanntheit',
      'über uns (?:sprechen|reden)',
    ),
  },
  {
    measure: 'satisfaction',
    words: anyOf(
      'satisf\\p{L}*',
      'csat',
      'nps',
      'content',
      'happ(?:y|ier|iness)',
      'ratings?',
      'stars?',
      'reviews?',
      '(?:un)?zufrieden\\p{L}*',
      'bewertung\\p{L}*',
      'sterne?n?',
      'rezension\\p{L}*',
    ),
  },
]
