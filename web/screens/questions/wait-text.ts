/** How long somebody waited, in the largest unit that says it: "40 minutes", "3 hours", "2 days". */
import { locale } from '../../words/words.ts'

export function waitText(seconds: number, tag: string = locale()): string {
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? (['minute', 60] as const)
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(tag, style).format(Math.max(1, Math.round(seconds / size)))
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const
