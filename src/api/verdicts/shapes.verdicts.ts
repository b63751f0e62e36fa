/** What the API gives and takes of how we did. */
import { z } from '@hono/zod-openapi'

/** Whether anybody is asked at all. */
export const AsksHow = z.object({ on: z.boolean() }).openapi('AsksHow')

export const Verdict = z
  .object({
    id: z.uuid(),
    conversationId: z.uuid(),
    content: z.boolean(),
    /** In their words; empty: they chose none. */
    words: z.string(),
    at: z.iso.datetime(),
  })
  .openapi('Verdict')

/** Whether somebody can be asked in a conversation. */
export const Asking = z
  .object({
    /** The desk asks at all. */
    on: z.boolean(),
    /** Why whoever spoke last here is not asked; null: they can be. */
    whyNot: z.string().nullable(),
  })
  .openapi('Asking')

/** To be put into a reply. Until that leaves, it asks nothing. */
export const AskingLink = z.object({ link: z.string() }).openapi('AskingLink')

export type AsksHow = z.infer<typeof AsksHow>
export type Verdict = z.infer<typeof Verdict>
export type Asking = z.infer<typeof Asking>
export type AskingLink = z.infer<typeof AskingLink>
