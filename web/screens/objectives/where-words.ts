/** An objective in words: its numbers as people read them. Pure; the language comes in. */
import type { ObjectiveLine } from '../../../src/api/objectives/shapes.objectives.ts'

/** `62%`, `1,200`, `12.5`: as the measure counts. */
export function numberText(value: number, unit: ObjectiveLine['unit'], language: string): string {
  switch (unit) {
    case 'percent':
      return (value / 100).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })
    case 'count':
      return value.toLocaleString(language, { maximumFractionDigits: 0 })
    case 'number':
      return value.toLocaleString(language, { maximumFractionDigits: 2 })
  }
}

export const moneyText = (cents: number, currency: string, language: string): string =>
  (cents / 100).toLocaleString(language, {
    style: 'currency',
    currency,
    // Whole amounts need no cents.
    trailingZeroDisplay: 'stripIfInteger',
  })

/** What one more is worth, times how many more there are than at the beginning; null: nobody said, or nothing is known. */
export function worthSoFar({ unitValue, value, baseline, target }: ObjectiveLine): number | null {
  if (unitValue === null || value === null) return null
  // Less is more where the target lies below the baseline.
  return Math.round(unitValue.cents * (value - baseline) * Math.sign(target - baseline))
}

/** A day of UTC, whatever the reader's clock says. */
export const dayText = (day: string, language: string): string =>
  new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
