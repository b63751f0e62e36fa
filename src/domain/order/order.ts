/** What somebody bought: who the shop says they are, what it was worth, and what became of it. Pure. */

export const statuses = ['placed', 'delivered', 'returned', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** By what a buyer is known again. `account`: a name on a channel. All in lower case but the name. */
export type Buyer = {
  readonly name: string | null
  readonly mail: string | null
  readonly account: { readonly channel: string; readonly handle: string } | null
}

export type Order = {
  readonly number: string
  readonly placedAt: Date
  readonly what: string
  /** In hundredths of the currency (ISO 4217); null: it was not told. */
  readonly value: { readonly cents: number; readonly currency: string } | null
  readonly status: Status
  /** Since when it is so. */
  readonly statusAt: Date
  readonly buyer: Buyer
}

/** As it was told, by a file, a webhook or the API. */
export type ToldOrder = Omit<Order, 'statusAt'> & { readonly statusAt: Date | null }

export const begun = (told: ToldOrder, at: Date): Order => ({ ...told, statusAt: sinceOf(told, at) })

/**
 * What stands once it was told again; null: nothing new. An older file does not turn a delivery back: a status that comes earlier
 * on the way needs a later date.
 */
export function toldAgain(standing: Order, told: ToldOrder, at: Date): Order | null {
  const back = statuses.indexOf(told.status) < statuses.indexOf(standing.status)
  const moves =
    told.status !== standing.status && (!back || (told.statusAt !== null && told.statusAt > standing.statusAt))
  const next: Order = {
    ...standing,
    what: told.what || standing.what,
    value: told.value ?? standing.value,
    buyer: {
      name: told.buyer.name ?? standing.buyer.name,
      mail: told.buyer.mail ?? standing.buyer.mail,
      account: told.buyer.account ?? standing.buyer.account,
    },
    ...(moves && { status: told.status, statusAt: sinceOf(told, at) }),
  }
  return JSON.stringify(next) === JSON.stringify(standing) ? null : next
}

const sinceOf = ({ status, statusAt, placedAt }: ToldOrder, at: Date): Date =>
  statusAt ?? (status === 'placed' ? placedAt : at)

/** `# A-1001 ` is written as `A-1001`. */
export const numberOf = (written: string): string => written.trim().replace(/^#\s*/, '')

/** Words that could be the number of an order: four digits or more, so that neither a year's day nor a price is one. At most 20. */
export function numbersIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}_/-]{2,38}[\p{L}\p{N}])/gu) ?? []
  const like = words.filter((word) => (word.match(/\p{N}/gu) ?? []).length >= 4)
  return [...new Set(like.flatMap((word) => [word, word.toUpperCase()]))].slice(0, 20)
}
