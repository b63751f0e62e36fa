/** Money and minutes as they are read: "€19.99", "1 h 20 min". */
import { locale } from '../words/words.ts'

export function moneyText(cents: number, currency: string): string {
  try {
    return (cents / 100).toLocaleString(locale(), { style: 'currency', currency })
  } catch {
    return `${(cents / 100).toFixed(2)} ${currency}` // three letters that are no currency
  }
}

/** Under a minute in seconds. */
export function timeSpent(seconds: number): string {
  const unit = (n: number, unit: 'hour' | 'minute' | 'second') =>
    n.toLocaleString(locale(), { style: 'unit', unit, unitDisplay: 'short' })
  if (seconds < 60) return unit(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  const rest = minutes % 60
  return rest === 0 ? unit(minutes / 60, 'hour') : `${unit((minutes - rest) / 60, 'hour')} ${unit(rest, 'minute')}`
}

/** What somebody typed as an amount, in cents: "19,99" and "19.99" are 1999. Empty: null; anything else: undefined. */
export function centsOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(/[\s']/g, '')
  if (text === '') return null
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text)
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}
