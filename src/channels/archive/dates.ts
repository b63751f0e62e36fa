/** Dates as exports write them. A zone that is not told is UTC, never this machine's. */

/** Null: it names no hour that we can read for sure (`3/4/2020` is March to some and April to others). */
export function dateOf(written: string): Date | null {
  const text = written.trim()
  const at = /^\d+(\.\d+)?$/.test(text) ? ofNumber(Number(text)) : (ofIso(text) ?? ofNames(text))
  return at !== null && at >= earliest && at <= latest ? new Date(at) : null
}

// Before 1970 nobody posted; a date after 2200 is a number read in the wrong unit.
const earliest = 0
const latest = Date.UTC(2200, 0)

/** Seconds, milliseconds or microseconds since 1970, told apart by their size; 2015 alone is no hour. */
function ofNumber(since: number): number | null {
  if (since >= 1e8 && since < 1e11) return since * 1000
  if (since >= 1e11 && since < 1e14) return since
  if (since >= 1e14 && since < 1e17) return since / 1000
  return null
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*(Z|UTC|GMT|([+-])(\d\d):?(\d\d)?)?$/i

/** `2015-02-24 11:35:52 -0800` and all forms of ISO 8601 that name a day. */
function ofIso(text: string): number | null {
  const found = iso.exec(text)
  if (!found) return null
  const [, year, month, day, hour = 0, minute = 0, second = 0, part = '', , sign, zoneHours = 0, zoneMinutes = 0] =
    found
  const fields = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)] as const
  const at = Date.UTC(...fields, Number(`0.${part || 0}`) * 1000)
  // The 30th of February would be read as the 2nd of March.
  const read = new Date(at)
  if (read.getUTCMonth() !== fields[1] || read.getUTCDate() !== fields[2] || fields[3] > 23 || fields[4] > 59)
    return null
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000
  return sign === '-' ? at + zone : at - zone
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const clock = String.raw`(?<time>\d\d?:\d\d(?::\d\d)?)`
const zone = String.raw`(?<zone>[+-]\d{4}|[A-Z]{1,4})?`
/** `Tue Oct 31 22:10:47 +0000 2017` */
const asTwitter = new RegExp(
  String.raw`^(?:[a-z]{3} )?(?<month>[a-z]{3}) +(?<day>\d\d?) ${clock} ?${zone} (?<year>\d{4})$`,
  'i',
)
/** `Tue, 31 Oct 2017 22:10:47 +0000 (UTC)`, RFC 5322 */
const asMail = new RegExp(
  String.raw`^(?:[a-z]{3}, *)?(?<day>\d\d?)[ -](?<month>[a-z]{3})[ -](?<year>\d{4}) ${clock} *${zone}(?: *\(.*\))?$`,
  'i',
)

function ofNames(text: string): number | null {
  const found = (asTwitter.exec(text) ?? asMail.exec(text))?.groups
  if (!found) return null
  const month = months.indexOf(found.month?.toLowerCase() ?? '') + 1
  if (month === 0) return null
  const two = (digits: string | number | undefined) => String(digits).padStart(2, '0')
  const offset = offsetOf(found.zone)
  return offset === null
    ? null
    : ofIso(`${found.year}-${two(month)}-${two(found.day)} ${found.time?.padStart(5, '0')} ${offset}`)
}

/** RFC 5322 knows the American names; of the others each means several zones, but for Greenwich's. */
function offsetOf(zone = 'Z'): string | null {
  if (/^[+-]/.test(zone)) return zone
  return zones[zone.toUpperCase()] ?? null
}

// biome-ignore format: a table
const zones: Record<string, string> = {
  Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z', EDT: '-0400', EST: '-0500', CDT: '-0500', CST: '-0600', MDT: '-0600', MST: '-0700',
  PDT: '-0700', PST: '-0800',
}
