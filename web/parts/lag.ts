/** How far a room is behind, in the largest unit that says it: "12 seconds", "3 hours", "2 days". */

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

export function lagText(seconds: number, locale: string): string {
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? units[3]
  const form = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 })
  return form.format(Math.max(0, seconds / size))
}
