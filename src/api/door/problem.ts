/** What went wrong, as RFC 9457 says it: for programs by status and type, for people by its detail. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ConversationMissing } from '../../domain/conversation/conversation.store.ts'
import { HookMissing } from '../../domain/hook/hook.store.ts'
import { IntroductionMissing } from '../../domain/introduction/introduction.store.ts'
import { ObjectiveMissing } from '../../domain/objective/objective.store.ts'
import { OrderMissing } from '../../domain/order/order.store.ts'
import { PersonMissing } from '../../domain/person/joining.store.ts'
import { PushMissing, ReceiverMissing } from '../../domain/push/push.store.ts'
import { QuestionMissing } from '../../domain/question/question.store.ts'
import { ReplyMissing } from '../../domain/reply/reply.store.ts'
import { RoomMissing } from '../../domain/room/room.store.ts'
import { WooingMissing } from '../../domain/wooing/wooing.store.ts'
import { QueryError } from '../../listening/query-error.ts'

/** Thrown anywhere in a route: it becomes the answer, and rolls the transaction back. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: ContentfulStatusCode
  readonly field: string | null
  constructor(status: ContentfulStatusCode, detail: string, field: string | null = null) {
    super(detail)
    this.status = status
    this.field = field
  }
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Something else happened meanwhile',
  413: 'Too large',
  422: 'This can not be taken',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not just now',
}

export function problem(
  c: Context,
  status: ContentfulStatusCode,
  detail: string,
  field: string | null = null,
): Response {
  return c.json({ type: 'about:blank', title: titles[status] ?? 'Problem', status, detail, field }, status, {
    'content-type': 'application/problem+json',
  })
}

/** The last word on every error. What we did not expect is logged with a number that the answer carries. */
export function answerError(error: Error, c: Context, log: (line: string) => void): Response {
  if (error instanceof Refusal) return problem(c, error.status, error.message, error.field)
  if (missing.some((kind) => error instanceof kind)) return problem(c, 404, error.message)
  if (error instanceof QueryError) return problem(c, 422, error.message, 'q')
  if (error instanceof HTTPException) return problem(c, error.status, error.message || 'The request could not be read.')
  const notNow = databaseNotNow(error)
  if (notNow) {
    c.header('Retry-After', '5')
    log(`${c.req.method} ${c.req.path}: ${error.message}`)
    return problem(c, 503, notNow)
  }
  const number = Math.floor(performance.timeOrigin + performance.now()).toString(36)
  log(`error ${number}: ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
  return problem(c, 500, `Something went wrong here. The log has it under ${number}.`)
}

const missing = [
  ConversationMissing,
  ObjectiveMissing,
  PersonMissing,
  ReplyMissing,
  RoomMissing,
  QuestionMissing,
  WooingMissing,
  IntroductionMissing,
  HookMissing,
  OrderMissing,
  PushMissing,
  ReceiverMissing,
]

function databaseNotNow(error: Error): string | null {
  const { code } = error as { code?: string }
  if (code === '53100') return 'The disk that holds the database is full. Nothing was lost; make room and try again.'
  if (
    code?.startsWith('08') ||
    code?.startsWith('57P') ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === '53300'
  )
    return 'The database is not there just now. Try again in a moment.'
  if (code === '57014' || /timeout/i.test(error.message))
    return 'This took too long and was stopped. Narrow it down, or try again in a moment.'
  return null
}
