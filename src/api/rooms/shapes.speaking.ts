/** What the API gives and takes about speaking first. */
import { z } from '@hono/zod-openapi'
import { firstWordKinds } from '../../domain/speaking/kinds.ts'
import { Replying } from '../shapes.ts'
import { NewOverruling } from './shapes.advice.ts'

const id = z.uuid()

export const FirstWordKind = z.enum(firstWordKinds)

/** What to know before we speak first in a room. */
export const Speaking = z
  .object({
    /** `send`: from here. `hand-off`: it is said there, and marked as said. */
    replying: Replying,
    /** Who waits there beyond the room's promise: they come first. */
    beyond: z.object({
      count: z.number().int(),
      longest: z.object({ conversationId: id, since: z.iso.datetime() }).nullable(),
    }),
    /** Whoever asks may speak before they are answered, with a reason that is kept. */
    mayOverrule: z.boolean(),
    objectives: z.array(z.object({ id, result: z.string() })),
  })
  .openapi('Speaking')

export const NewFirstWord = z.object({
  kind: FirstWordKind,
  text: z.string().max(100_000),
  objective: id,
  /** Null: to the room. */
  person: id.nullable().default(null),
  /** The teammate who answers those who reply. */
  answers: id,
  /** Why it is said although people wait beyond the promise. */
  reason: z.string().trim().min(1).max(500).nullable().default(null),
  /** It was said on the channel itself. */
  saidThere: z.boolean().default(false),
  overruled: z.array(NewOverruling).max(20).default([]),
})

export const FirstWord = z
  .object({ conversationId: id, replyId: id, leavesAt: z.iso.datetime().nullable() })
  .openapi('FirstWord')

export type Speaking = z.infer<typeof Speaking>
export type FirstWord = z.infer<typeof FirstWord>
export type FirstWordKind = z.infer<typeof FirstWordKind>
