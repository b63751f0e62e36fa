/** Something about somebody that is nobody else's business, in a room where all can read it. What the charter says itself is ours. */
import { createHash } from 'node:crypto'
import type { Check, Found } from './warning.ts'

type Detail = { readonly kind: string; readonly pattern: RegExp; holds?(written: string): boolean }

export const privateDetail: Check = ({ text, charter }) => {
  const ours = plain([charter.good, charter.etiquette, charter.purpose].join(' '))
  const found = new Map<string, Found>()
  let rest = text
  for (const { kind, pattern, holds } of details) {
    for (const [written] of rest.matchAll(pattern)) {
      if (holds && !holds(written)) continue
      // The same digits are not told twice: a card's are no phone's.
      rest = rest.replace(written, ' ')
      if (!ours.includes(plain(written))) found.set(kind, { found: kind, about: `${kind} ${mark(written)}` })
    }
  }
  return [...found.values()]
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '')

/** By which it is known again when it was our own all along, without keeping it. */
const mark = (written: string) => createHash('sha256').update(plain(written)).digest('hex').slice(0, 12)

const details: readonly Detail[] = [
  { kind: 'iban', pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, holds: isIban },
  { kind: 'card', pattern: /(?<!\d[ -]?)[3-6]\d{3}(?:[ -]?\d){11,12}(?![ -]?\d)/g, holds: isCard },
  { kind: 'mail', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'order',
    pattern:
      /\b(?:order|booking|reservation|customer|account|tracking|invoice|contract|bestell|auftrags|buchungs|kunden|rechnungs|sendungs|vertrags)[ -]?(?:number|no\.?|id|code|nummer|nr\.?|ref(?:erence)?)?[ :#]*(?=[A-Z0-9-]*\d{4})[A-Z0-9-]{5,}/gi,
  },
  {
    kind: 'phone',
    pattern:
      /(?:\+|\b00)[1-9][\d ()/.-]{7,16}\d\b|\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b0[1-9]\d{1,4}[ /-]\d[\d -]{4,9}\d\b/g,
    holds: (written) => !hotline.test(written.replace(/\D/g, '')),
  },
  {
    kind: 'street',
    pattern:
      /\b\d{1,5} (?:\p{Lu}\p{L}+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Terrace)\b|\b\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|gasse|allee|platz|ufer) \d{1,4}[a-z]?\b/gu,
  },
]

/** Numbers that only a house has. */
const hotline =
  /^(?:1?8(?:00|33|44|55|66|77|88)\d{7}|(?:0049|49|0)?(?:800|180)\d+|(?:0044|44|0)(?:800|808|845|3)\d+|(?:81|0)120\d+)$/

/** ISO 13616: what stands first goes last, letters become numbers, and the rest by 97 is 1. */
function isIban(written: string): boolean {
  const signs = written.replace(/ /g, '')
  if (signs.length < 15 || signs.length > 34) return false
  const digits = (signs.slice(4) + signs.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}

/** ISO/IEC 7812: from the right every second digit doubled, and all add up to a number of tens. */
function isCard(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].map(Number).toReversed()
  const sum = digits.reduce((sum, digit, at) => sum + (at % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9), 0)
  return sum % 10 === 0 && digits.some((digit) => digit !== 0)
}
