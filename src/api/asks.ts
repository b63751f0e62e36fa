/** What clients send: the routes check by it, and OpenAPI is made from it. */
import { z } from '@hono/zod-openapi'
import { froms, longestImport } from '../listening/importers/import.ts'
import { NewOverruling } from './rooms/shapes.advice.ts'
import { Scopes } from './shapes.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const Text = z.string().trim().min(1, 'Say something first.').max(100_000)
export const NewReply = z.object({
  text: z.string().max(100_000),
  inReplyTo: id.optional(),
  answeredThere: z.boolean().default(false),
  done: z.boolean().default(false),
  /** Warnings that stood on screen, and that the teammate spoke against. */
  overruled: z.array(NewOverruling).max(20).default([]),
})
export const NewNote = z.object({ text: Text })
export const NewSnooze = z.object({ until: time, keepOnReply: z.boolean().default(false) })
export const NewAssignment = z.object({ teammate: id.nullable() })
export const NewRoom = z.object({
  channel: z.string(),
  name: z.string().trim().max(80).optional(),
  fields: z.record(z.string(), z.string()),
})
export const Judged = z
  .array(z.object({ id, aboutUs: z.boolean() }))
  .max(200)
  .default([])
export const NewListener = z.object({
  name: z.string().trim().min(1).max(80),
  query: z.string().max(4096),
  rooms: z.array(id).nullable().default(null),
  /** What was said of examples before it was saved. */
  judged: Judged,
})
export const NewReading = z.object({
  query: z.string().max(longestImport),
  rooms: z.array(id).nullable().default(null),
  /** Whose query it is, where it is not ours. */
  from: z.enum(froms).optional(),
  /** The listener that it changes: what was judged there counts too. */
  listener: id.optional(),
  judged: Judged,
  /** Whether to look for what it would have heard; without, only the query is read, and what to exclude. */
  look: z.boolean().default(true),
  examples: z.number().int().min(0).max(50).default(10),
})
export const NewJudgement = z.object({ aboutUs: z.boolean() })
export const NewToken = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(Scopes)).min(1),
  days: z.number().int().min(1).max(3650).nullable().default(null),
})
export const NewInvitation = z.object({ mail: z.email(), role: z.enum(['admin', 'teammate', 'guest']) })
export const NewOwner = z.object({
  token: z.string(),
  name: z.string().trim().min(1).max(80),
  mail: z.email(),
  password: z.string().min(10, 'At least 10 characters.').max(256),
  workspace: z.string().trim().min(1).max(80),
})
export const Joining = z.object({
  token: z.string(),
  name: z.string().trim().min(1).max(80),
  password: z.string().min(10, 'At least 10 characters.').max(256),
})
