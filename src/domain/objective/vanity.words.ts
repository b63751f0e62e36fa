/** The words by which a vanity, or a measure of the list, is known: English and German. */
import type { MeasureName } from './measure.ts'
import type { Vanity } from './vanity.ts'

/**
 * Whole words, parted by ` | `: `views` is not in `reviews`. German grows its words together, so that its stems say
 * themselves what may follow.
 */
const word = (alternatives: string) => {
  const any = alternatives
    .trim()
    .split(/ \|\s+/)
    .join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu')
}
const anyOf = (alternatives: string) => new RegExp(word(alternatives).source, 'u')

export const vanities: readonly (Omit<Vanity, 'word'> & { words: RegExp })[] = [
  {
    is: 'followers',
    words: word(String.raw`
      followers? | follower\p{L}+ | followings? | fans? | fan(?:zahl|base|gemeinde)\p{L}* | subscribers? |
      subs | abonnent\p{L}* | abos? | abozahl\p{L}* | anhänger(?:zahl\p{L}*)?`),
    why: 'To follow costs nothing and promises nothing: the number grows while nobody buys, comes or comes back.',
    behind: ['sign-ups', 'orders', 'meetings'],
  },
  {
    is: 'likes',
    words: word(String.raw`
      likes | likes?[- ]?(?:zahl|count|rate|quote)\p{L}* | hearts | reactions | thumbs[- ]up | up-?votes? |
      favou?rites | faves? | gefällt[- ]mir(?:-angaben)? | herz(?:en|chen) | daumen(?: hoch)? | reaktionen`),
    why: 'A like is a nod in passing. It says neither that somebody is content nor that they will come back.',
    behind: ['satisfaction', 'won-back'],
  },
  {
    is: 'impressions',
    words: word('impressions? | impressionen | einblendungen | ad[- ]views? | cpm | tkp'),
    why: 'An impression says that something was shown, and not that anybody looked.',
    behind: ['orders', 'sign-ups'],
  },
  {
    is: 'reach',
    words: word(String.raw`
      reach(?! (?:out|us|you|him|her|them|me|somebody|someone|anybody|a (?:human|person|teammate))(?!\p{L})) |
      reichweiten?\p{L}* | audience(?: size)? | visibility | sichtbarkeit | viral | virality | viralität | klout |
      influence score`),
    why: 'Reach counts who might have seen it. How many spoke of us by themselves says more, and who came to us most of all.',
    behind: ['voice', 'orders'],
  },
  {
    is: 'views',
    words: word(String.raw`
      (?:page|video|story|profile)?[- ]?views? | (?:seiten|video|profil|story|beitrags)?-?aufrufe?n? |
      (?:seiten|video|profil)ansichten | plays | clicks? | click[- ]?(?:through|rate)\p{L}* | klicks? |
      klick(?:rate|zahl)\p{L}* | traffic | visits | page ?visits | ctr`),
    why: 'To look is free. What people did after they had looked is what we live on.',
    behind: ['orders', 'sign-ups', 'unasked'],
  },
  {
    is: 'engagement',
    words: word(String.raw`
      engagements?(?:[- ]?(?:rate|quote)\p{L}*)? | interactions?(?: rates?)? | interaktion(?:en|s\p{L}*)? |
      buzz`),
    why: 'Engagement counts a furious word like a grateful one. Whether those who spoke to us got their answer can be counted.',
    behind: ['answered-in-time', 'satisfaction'],
  },
  {
    is: 'shares',
    words: word(`shares | re-?tweets? | re-?posts? | boosts | re-?blogs? | geteilte (?:beiträge|posts) | teilungen`),
    why: 'A repost carries our words on, and not what came of them. Who speaks of us unasked is worth more.',
    behind: ['voice', 'sign-ups'],
  },
]

export const meant: readonly { measure: MeasureName; words: RegExp }[] = [
  {
    measure: 'answered-in-time',
    words: anyOf(String.raw`
      answer(?:s|ed|ing)? | repl(?:y|ies|ied) | respond\p{L}* | respon[sc]e times? | in time | wait(?:s|ing)? |
      antwort\p{L}* | beantwort\p{L}* | reaktionszeit\p{L}* | wart(?:en|et|ezeit\p{L}*)`),
  },
  {
    measure: 'won-back',
    words: anyOf(String.raw`
      w[io]n\p{L}* (?:\p{L}+ ){0,3}back | com(?:e|es|ing) back | complain\p{L}* | churn | beschwer\p{L}* |
      reklam\p{L}* | zurück(?:gewonnen|gewinn\p{L}*|zugewinnen|komm\p{L}*|zuholen) | abwander\p{L}*`),
  },
  {
    measure: 'orders',
    words: anyOf(String.raw`
      orders? | ordered | sales? | sell | sold | purchas\p{L}* | buy(?:s|ers?|ing)? | revenue | turnover |
      bestell\p{L}* | (?:ver)?k[aä]uf\p{L}* | (?:ver)?kauft | umsatz | umsätze | aufträge?n? | absatz`),
  },
  {
    measure: 'meetings',
    words: anyOf(String.raw`
      meet(?:s|ings?)? | appointments? | face to face | visitors? | demos? | treffen | termine?n? |
      besuch\p{L}* | probefahrt\p{L}* | gespräche?n?`),
  },
  {
    measure: 'sign-ups',
    words: anyOf(String.raw`
      sign(?:s|ed|ing)?[- ]?ups? | registr\p{L}* | register\p{L}* | enrol\p{L}* | newsletter | trials? |
      bookings? | members? | anmeld\p{L}* | registrier\p{L}* | buchung\p{L}* | mitglied\p{L}*`),
  },
  {
    measure: 'unasked',
    words: anyOf(String.raw`
      (?:fewer|less|same|stop\p{L}*) (?:\p{L}+ ){0,2}(?:questions?|asking|ask(?:s|ed)?|tickets?|calls?) |
      questions? | tickets? | asks? | (?:nach|rück|an)?fragen? | gefragt`),
  },
  {
    measure: 'voice',
    words: anyOf(String.raw`
      share of voice | mentions? | mentioned | talk(?:s|ed|ing)? (?:about|of) us | speak of us | reputation |
      erwähn\p{L}* | ruf | bekanntheit | über uns (?:sprechen|reden)`),
  },
  {
    measure: 'satisfaction',
    words: anyOf(String.raw`
      satisf\p{L}* | csat | nps | content | happ(?:y|ier|iness) | ratings? | stars? | reviews? |
      (?:un)?zufrieden\p{L}* | bewertung\p{L}* | sterne?n? | rezension\p{L}*`),
  },
]
