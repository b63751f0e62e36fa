/** What the API gives and takes about orders and the clock after the sale. */
import { z } from '@hono/zod-openapi'
import { PersonLine } from '../shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()
const day = z.iso.date()

export const Steps = ['thank', 'ask', 'listen'] as const
export const OrderStatuses = ['placed', 'delivered', 'returned', 'cancelled'] as const
export const OrderStatus = z.enum(OrderStatuses)
export const Step = z.enum(Steps)

export const Order = z
  .object({
    id,
    number: z.string(),
    placedAt: time,
    what: z.string(),
    /** In hundredths of the currency (ISO 4217). */
    valueCents: z.number().int().nullable(),
    currency: z.string().nullable(),
    status: OrderStatus,
    statusAt: time,
    /** How its buyer was found; null: it waits for them. */
    matchedBy: z.enum(['mail', 'name', 'number', 'hand']).nullable(),
  })
  .openapi('Order')

/** Of which it is not known who bought it. */
export const WaitingOrder = Order.extend({
  buyer: z.object({ name: z.string().nullable(), mail: z.string().nullable(), handle: z.string().nullable() }),
}).openapi('WaitingOrder')

const on = { step: Step, on: day }
/** How the clock after the sale stands. `held`: the step is due, and why it has to wait. */
export const ClockStanding = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('ended') }),
    z.object({ is: z.literal('over') }),
    z.object({ is: z.literal('to-come'), ...on }),
    z.object({ is: z.literal('due'), ...on }),
    z.object({ is: z.literal('held'), ...on, why: z.enum(['wooing', 'waits', 'ladder', 'grief', 'pressure']) }),
  ])
  .openapi('ClockStanding')

export const PersonOrder = Order.extend({ clock: ClockStanding }).openapi('PersonOrder')

/** A step that is due today. `draft`: first words, for the composer; a teammate sends them. */
export const DueStep = z
  .object({
    order: id,
    number: z.string(),
    what: z.string(),
    person: PersonLine,
    ...on,
    draft: z.string(),
    /** Where they spoke last; null: nowhere. */
    conversationId: id.nullable(),
  })
  .openapi('DueStep')

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null)
const anHour = z.iso
  .datetime({ offset: true, error: 'An hour is written as 2026-06-01T12:00:00Z.' })
  .transform((written) => new Date(written))
/** `"24.50"`, `"24,50"` or `24.5`. */
const amount = z.union(
  [
    z.number().nonnegative().max(1e12),
    z
      .string()
      .regex(/^\d{1,12}([.,]\d{1,2})?$/)
      .transform((written) => Number(written.replace(',', '.'))),
  ],
  'An amount is written as 24.50.',
)

/** `value` goes with its `currency`. A buyer is known by mail, or by a handle on a channel, or shows up with the number. */
export const NewOrder = z
  .object({
    number: z.string().trim().min(1, 'What is its number?').max(80),
    placedAt: anHour,
    what: z.string().trim().max(500).default(''),
    value: amount.nullish(),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'Three letters, as EUR.')
      .nullish(),
    status: OrderStatus.default('placed'),
    statusAt: anHour.nullish(),
    buyer: z.object({
      name: words(200),
      mail: z.email().toLowerCase().max(320).nullish(),
      channel: words(40),
      handle: words(300),
    }),
  })
  .superRefine(({ value, currency, buyer }, ctx) => {
    const say = (path: string[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (value != null && currency == null) say(['currency'], 'In which currency?')
    if ((buyer.channel === null) !== (buyer.handle === null))
      say(['buyer', 'handle'], 'A handle goes with its channel: {"channel": "bluesky", "handle": "ada.example"}.')
  })

export const TookOrder = z
  .object({
    /** `forgotten`: its buyer was forgotten with it, and it was not taken again. */
    is: z.enum(['new', 'changed', 'known', 'forgotten']),
    id: id.nullable(),
    /** Whose it is; null: it waits for its buyer. */
    person: id.nullable(),
  })
  .openapi('TookOrder')

export const NewBuyer = z.object({ person: id })
/** `had`: whose it was before; null: it waited. */
export const HadOrder = z.object({ had: id.nullable() })
export const NewSaid = z.discriminatedUnion('said', [
  z.object({ said: z.enum(['done', 'left']) }),
  z.object({ said: z.literal('later'), untilDay: day }),
])

const days = z.number().int().min(0).max(365).nullable()
/** After how many days each step is due; null: never. */
export const ClockDays = z
  .object({ thank: days, ask: days, listen: days })
  .refine(
    ({ thank, ask, listen }) => {
      const given = [thank, ask, listen].filter((it) => it !== null)
      return given.every((it, n) => n === 0 || it > (given[n - 1] ?? 0))
    },
    { message: 'Each step comes later than the one before it.' },
  )
  .openapi('ClockDays')

export type Order = z.infer<typeof Order>
export type WaitingOrder = z.infer<typeof WaitingOrder>
export type ClockStanding = z.infer<typeof ClockStanding>
export type PersonOrder = z.infer<typeof PersonOrder>
export type DueStep = z.infer<typeof DueStep>
export type Step = z.infer<typeof Step>
export type ClockDays = z.infer<typeof ClockDays>
export type NewOrder = z.infer<typeof NewOrder>
