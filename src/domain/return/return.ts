/** Return: the value of outcomes less the cost of care, with the value credited in three ways side by side. Pure. */

export type Price = { readonly centsAnHour: number; readonly currency: string }

/** Sums of one objective, room, question or month in one currency; where there are only seconds, in none (''). */
export type Sum = {
  readonly key: string | null
  readonly name: string | null
  readonly currency: string
  readonly outcomes: number
  readonly firstCents: number
  readonly lastCents: number
  readonly sharedCents: number
  readonly seconds: number
}

/** `costCents` null: nobody has said what an hour costs, or it is told in another currency. */
export type Return = Sum & { readonly costCents: number | null; readonly returnCents: Credited | null }
export type Credited = { readonly first: number; readonly last: number; readonly shared: number }

/**
 * One line a key and currency. Seconds are paid in the currency of the price, and set against the value in that one: nothing
 * is converted. Without a price there is a value and there are minutes, but no return.
 */
export function returns(sums: readonly Sum[], price: Price | null): Return[] {
  return [...Map.groupBy(sums, ({ key }) => key).values()].flatMap((ofKey) => {
    const seconds = ofKey.reduce((sum, it) => sum + it.seconds, 0)
    const valued = ofKey.filter(({ currency }) => currency !== '')
    const pays = (price && valued.find(({ currency }) => currency === price.currency)) ?? (price ? null : valued[0])
    const alone = seconds > 0 && !pays ? ofKey.slice(0, 1).map((it) => onlyCare(it, price?.currency ?? '')) : []
    return [...valued, ...alone].map((it) => line(it, it === pays || alone.includes(it) ? seconds : 0, price))
  })
}

const onlyCare = ({ key, name }: Sum, currency: string): Sum => ({
  ...{ key, name, currency, outcomes: 0, firstCents: 0, lastCents: 0, sharedCents: 0, seconds: 0 },
})

function line(it: Sum, seconds: number, price: Price | null): Return {
  const cost = price && it.currency === price.currency ? costOf(seconds, price.centsAnHour) : null
  return {
    ...it,
    seconds,
    costCents: cost,
    returnCents:
      cost === null ? null : { first: it.firstCents - cost, last: it.lastCents - cost, shared: it.sharedCents - cost },
  }
}

/** In whole cents, half a cent up: 90 seconds at 40.00 an hour are 1.00. */
export const costOf = (seconds: number, centsAnHour: number): number =>
  Math.floor((seconds * centsAnHour + 1800) / 3600)
