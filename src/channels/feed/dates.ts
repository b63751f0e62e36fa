/** Dates as feeds write them: RFC 822, ISO 8601, and what people make of both. */

/** The hour that `raw` names, or null when it names none that can be true of a feed (nothing before 1990). */
export function dateOf(raw: string | null | undefined): Date | null {
  const text = raw?.trim().slice(0, 80) ?? ''
  const at = new Date(isoOf(text) ?? looseOf(text))
  return at.getTime() >= earliest ? at : null
}

// Feeds are younger. An older date is a zero that somebody formatted: 0001-01-01, 1970-01-01.
const earliest = Date.UTC(1990, 0)

/** ISO 8601 in all its lengths; an hour without a zone is taken as UTC, and never as the zone of this machine. */
function isoOf(text: string): string | null {
  const iso =
    /^(\d{4})-?(\d\d)?-?(\d\d)?(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i.exec(
      text,
    )
  if (!iso) return null
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', part = '', zone = 'Z'] = iso
  const digits = /^[+-]/.test(zone) ? zone.replace(':', '').padEnd(5, '0') : null
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${part.slice(0, 4)}${digits ? `${digits.slice(0, 3)}:${digits.slice(3)}` : 'Z'}`
}

/** RFC 822 and its kin, by the runtime's lenient reading; without a zone in UTC, and without the weekday, often wrong. */
function looseOf(text: string): string {
  const bare = text
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
    .replace(/\(.*\)$/, '')
    .trim()
  const named = /\s([a-z]{1,5})$/i.exec(bare)?.[1]
  if (named === undefined) return /[+-]\d\d:?\d\d$/.test(bare) ? bare : `${bare} UTC`
  if (/^(am|pm)$/i.test(named)) return `${bare} UTC`
  return bare.slice(0, -named.length) + (zones[named.toUpperCase()] ?? named)
}

/** Names that the runtime does not know (it knows the American ones of RFC 822). */
const zones: Record<string, string> = {
  AEDT: '+1100',
  AEST: '+1000',
  BST: '+0100',
  CEST: '+0200',
  CET: '+0100',
  EEST: '+0300',
  EET: '+0200',
  HKT: '+0800',
  JST: '+0900',
  KST: '+0900',
  MSK: '+0300',
  NZST: '+1200',
  SGT: '+0800',
  WEST: '+0100',
  WET: '+0000',
}
