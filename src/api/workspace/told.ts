/** What a signed message may tell, by its `type`: how each is read, and who takes it. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { writeToldOutcome } from '../../flows/outcomes.ts'
import { takeOrder } from '../../flows/take-order.ts'
import type { NewId } from '../../lib/ids.ts'
import { ToldOutcome } from '../objectives/shapes.outcomes.ts'
import { toldOf } from '../people/orders.ts'
import { NewOrder } from '../people/shapes.orders.ts'

/** `why` is for whoever looks after the program that sends. What is refused has written nothing. */
export type Taken = { is: 'taken' } | { is: 'refused'; why: string }
type Kind = (tx: Tx, told: unknown, hands: Hands) => Promise<Taken>
type Hands = { at: Date; newId: NewId }

/** One line a type. */
const kinds: Readonly<Record<string, Kind>> = {
  // To try a door: it does nothing.
  ping: kind(z.object({}), async () => ({ is: 'taken' })),
  order: kind(NewOrder, async (tx, told, hands) => {
    await takeOrder(tx, toldOf(told), { source: 'webhook', by: null, ...hands })
    return { is: 'taken' }
  }),
  'sign-up': outcome('sign-ups', 'a sign-up'),
  booking: outcome('meetings', 'a meeting'),
}

/** `usual`: what it is called where the program does not say. */
function outcome(counts: 'sign-ups' | 'meetings', usual: string): Kind {
  return kind(ToldOutcome, async (tx, { number, at: when, what, ...told }, { at, newId }) => {
    const of = { ...told, what: what ?? (told.code === null ? usual : null), key: number && `${counts}:${number}` }
    const written = await writeToldOutcome(tx, counts, { ...of, at: when === null ? at : new Date(when) }, at, newId)
    return written.is === 'wrong' ? { is: 'refused', why: written.why } : { is: 'taken' }
  })
}

/** A kind is read by `shape`, which says what is wrong in words, and then taken. */
function kind<S extends z.ZodType>(shape: S, take: (tx: Tx, told: z.output<S>, hands: Hands) => Promise<Taken>): Kind {
  return async (tx, told, hands) => {
    const read = shape.safeParse(told)
    if (read.success) return take(tx, read.data, hands)
    const [issue] = read.error.issues
    const field = issue?.path.join('.')
    return { is: 'refused', why: `${field ? `${field}: ` : ''}${issue?.message ?? 'This could not be read.'}` }
  }
}

/** Reads and takes it; `kind` null: not even its type could be read. */
export async function takeTold(tx: Tx, body: string, hands: Hands): Promise<{ kind: string | null; taken: Taken }> {
  const told = Told.safeParse(jsonOf(body))
  if (!told.success)
    return { kind: null, taken: { is: 'refused', why: 'The body is a JSON object with the "type" of what it tells.' } }
  const { type } = told.data
  const take = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (take === undefined) {
    const known = Object.keys(kinds).join(', ')
    return { kind: type, taken: { is: 'refused', why: `Nothing here takes "${type}". What may be told: ${known}.` } }
  }
  return { kind: type, taken: await take(tx, told.data, hands) }
}

const Told = z.looseObject({ type: z.string().regex(/^[\w.-]{1,80}$/) })

/** Undefined: it is no JSON. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
