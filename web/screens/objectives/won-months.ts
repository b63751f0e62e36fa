/** The twelve months that the page of people won and lost shows. */
import type { WonAndLost } from '../../../src/api/people/shapes.won.ts'
import { locale } from '../../words/words.ts'

export type MonthSum = { month: string; wonBack: number; lost: number; onTheWay: number }

/** From the first on, also those in which nobody was spotted. */
export function byMonth({ from, to, rates }: Pick<WonAndLost, 'from' | 'to' | 'rates'>): MonthSum[] {
  const months: MonthSum[] = []
  for (let month = from; month <= to; month = after(month)) {
    const them = rates.filter((it) => it.month === month)
    const sum = (of: 'wonBack' | 'lost' | 'onTheWay') => them.reduce((total, it) => total + it[of], 0)
    months.push({ month, wonBack: sum('wonBack'), lost: sum('lost'), onTheWay: sum('onTheWay') })
  }
  return months
}

const after = (month: string): string => {
  const [year, n] = month.split('-').map(Number) as [number, number]
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`
}

export const monthText = (month: string, as: 'short' | 'long'): string =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString(locale(), {
    month: as,
    ...(as === 'long' && { year: 'numeric' }),
    timeZone: 'UTC',
  })
