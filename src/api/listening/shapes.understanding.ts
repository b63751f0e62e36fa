/** What the API gives of how a message was understood, and of who is losing patience. */
import { z } from '@hono/zod-openapi'
import { type Intent, intents } from '../../understanding/intents.ts'

/** How a message was understood. Null where it is our own word, or was not read yet. */
export const Understood = z
  .object({
    /** ISO 639-1; null: can't tell. */
    language: z.string().nullable(),
    /** What its writer wants, the likeliest first; `urgent` where somebody is stranded, hurt, locked out or out of money now. */
    labels: z.array(z.enum(['urgent', ...intents])),
    tone: z.enum(['glad', 'annoyed', 'angry', 'sad']).nullable(),
    /** -1 to 1. */
    mood: z.number(),
    /** A teammate said so. */
    corrected: z.boolean(),
  })
  .openapi('Understood')

/** What a teammate says that a message is; what is left out is not said. */
export const Label = z
  .object({
    ...(Object.fromEntries(intents.map((intent) => [intent, z.boolean().optional()])) as Record<
      Intent,
      z.ZodOptional<z.ZodBoolean>
    >),
    mood: z.number().min(-1).max(1).optional(),
  })
  .strict()
  .openapi('Label')

/** Why a message was understood so: of each thing that was said of it, the words that moved it. */
export const Reasoned = z
  .object({
    understood: Understood,
    why: z.array(
      z.object({
        of: z.string(),
        words: z.array(z.object({ text: z.string(), for: z.boolean() })),
        /** A correction of this workspace took part. */
        learned: z.boolean(),
      }),
    ),
    label: Label.nullable(),
    by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .openapi('Reasoned')

export const Learned = z.object({ corrections: z.number().int() }).openapi('Learned')

/** Somebody is losing patience, and what says so. */
export const Irritation = z
  .object({
    how: z.enum(['irritated', 'very irritated']),
    messages: z.number().int(),
    sinking: z.boolean(),
    unanswered: z.number().int(),
  })
  .openapi('Irritation')

/** What a message, or a reply of ours, offers to remember. It is remembered only when a teammate says so. */
export const Proposed = z
  .object({
    kind: z.enum(['hiccup', 'celebration', 'loss', 'promise']),
    text: z.string(),
    onDay: z.iso.date(),
    /** Of a promise. */
    dueDay: z.iso.date().nullable(),
    sensitivity: z.enum(['ordinary', 'tender']),
  })
  .openapi('Proposed')

export type Understood = z.infer<typeof Understood>
export type Label = z.infer<typeof Label>
export type Reasoned = z.infer<typeof Reasoned>
export type Irritation = z.infer<typeof Irritation>
export type Proposed = z.infer<typeof Proposed>
