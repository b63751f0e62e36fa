/** What the API gives of kept answers. */
import { z } from '@hono/zod-openapi'
import { Colleague } from '../shapes.ts'

const id = z.uuid()

export const Answer = z
  .object({
    version: z.number().int(),
    text: z.string(),
    /** Who gave it first. */
    by: Colleague.nullable(),
    /** Who sees to it that it stays right. */
    owner: Colleague,
    /** The day by which they look at it again. */
    reviewOn: z.iso.date(),
    reviewDue: z.boolean(),
    keptBy: Colleague,
    keptAt: z.iso.datetime(),
  })
  .openapi('Answer')

/** Answers that may fit what was said last in a conversation. */
export const Ready = z
  .object({
    items: z.array(Answer.extend({ question: z.object({ id, name: z.string() }), likeness: z.number() })),
    /** Then none of them may go out unchanged. */
    hurt: z.enum(['angry', 'grieving']).nullable(),
  })
  .openapi('ReadyAnswers')

export const NewAnswer = z.object({
  text: z.string().trim().min(1, 'An answer needs words.').max(20_000),
  /** Who gave it first; left out: whoever keeps it. */
  by: id.nullable().optional(),
  /** Left out: whoever keeps it. */
  owner: id.optional(),
  reviewOn: z.iso.date(),
})

export type Answer = z.infer<typeof Answer>
export type Ready = z.infer<typeof Ready>
