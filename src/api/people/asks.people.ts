/** What clients send about people: the routes check by it, and OpenAPI is made from it. */
import { z } from '@hono/zod-openapi'
import { PersonKinds } from './shapes.people.ts'

const id = z.uuid()

export const byPair = z.object({ id, other: id })
export const NewJoin = z.object({ other: id })
export const NewKind = z.object({ kind: z.enum(PersonKinds) })
export const NewConsent = z.object({ how: z.string().trim().min(1, 'How did they say yes?').max(500) })
