/**
 * What somebody types when asked for a measure, read: as one of the list, or as a vanity, which counts how loud we are and
 * not what came of it. English and German.
 */
import type { MeasureName } from './measure.ts'
import { meant, vanities } from './vanity.words.ts'

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

/** `questions about the reach of our bikes`, `Fragen zur Reichweite`: a topic. */
const asTopic = /(?<!\p{L})(?:about|regarding|concerning|over|zu|zur|zum|über|wegen|bezüglich|nach)(?: \p{L}+){0,2} $/u
/** `sell 200 fans`, `everybody likes it`: no number of the kind. */
const asDeed =
  /(?<!\p{L})(?:sell|sold|order|orders for|repair|verkauf\p{L}*|he|she|it|who|everybody|everyone|nobody)(?: [\p{N}.,]+| more| mehr| ceiling)* $/u
/** Who wants our letter or pays for it is named, and may be written to. */
const isNamed = /(?<!\p{L})(?:newsletter|paid|paying|zahlende\p{L}*|mail(?:ing)? list)(?!\p{L})/u

const wantsMore =
  /[\p{N}]|(?<!\p{L})(?:more|most|grow\p{L}*|increas\p{L}*|rais\p{L}*|boost|double|triple|gain|get|win|reach|maximi\p{L}*|higher|better|bigger|improve|mehr|meisten?|wachs\p{L}*|steiger\p{L}*|erhöh\p{L}*|verdoppel\p{L}*|verdreifach\p{L}*|gewinn\p{L}*|größer\p{L}*|höher\p{L}*|bekommen|verbesser\p{L}*|ausbau\p{L}*)(?!\p{L})/u
