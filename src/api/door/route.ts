/** How a route is declared: one call gives the path, the schemas, the OpenAPI entry and the check of who may. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { House } from '../house.ts'
import { Problem } from '../shapes.ts'
import { type Env, letIn } from './actor.ts'
import { problem } from './problem.ts'

export type Api = OpenAPIHono<Env>

/** A router that answers what can't be read as a problem, naming the field. */
export const newApi = (): Api =>
  new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      const [issue] = result.error.issues
      // An id that can't be one is an id of nothing.
      if (result.target === 'param') return problem(c, 404, 'There is nothing here by that id.')
      const field = issue?.path.join('.') || null
      return problem(c, 422, `${field ? `${field}: ` : ''}${issue?.message ?? 'This could not be read.'}`, field)
    },
  })

type Method = 'get' | 'post' | 'put' | 'delete'

/** `path` as OpenAPI writes it: `/conversations/{id}`; below `/api/v1` unless it begins with `//`. */
export function route<
  M extends Method,
  P extends string,
  S extends 200 | 201,
  A extends z.ZodType,
  B extends z.ZodType | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  I extends z.ZodObject | undefined = undefined,
>(house: House, method: M, path: P, about: { says: string; status: S; answer: A; body?: B; query?: Q; params?: I }) {
  const key = `${method.toUpperCase()} /api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`
  return createRoute({
    method,
    path,
    summary: about.says,
    middleware: [letIn(house, key)] as const,
    request: {
      ...(about.body ? { body: { content: { 'application/json': { schema: about.body } }, required: true } } : {}),
      ...(about.query ? { query: about.query } : {}),
      ...(about.params ? { params: about.params } : {}),
    } as {
      body: B extends z.ZodType ? { content: { 'application/json': { schema: B } }; required: true } : undefined
      query: Q
      params: I
    },
    responses: {
      [about.status]: { description: about.says, content: { 'application/json': { schema: about.answer } } },
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: Problem } } },
    } as { [K in S]: { description: string; content: { 'application/json': { schema: A } } } },
  })
}

export const byId = z.object({ id: z.uuid() })
export const Done = z.object({ ok: z.literal(true) })

/** Where a page goes on: opaque to clients. */
export const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** Null: there is none, or it is not one of ours. */
export function placeOf<T>(cursor: string | undefined, shape: z.ZodType<T>): T | null {
  if (!cursor) return null
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    return null
  }
}

export const paging = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
