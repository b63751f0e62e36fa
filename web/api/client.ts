/** Speaks to the desk's own server: JSON in, JSON out; where the server says no, its `Problem` is thrown. */
import type { Problem } from '../../src/api/shapes.ts'

/** The server answered, and the answer was no. `problem.detail` is for people. */
export class Refused extends Error {
  override name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.problem = problem
  }
}

/** No answer came: offline, or the server is down. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

type Ask = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** It only asks, by POST, since it is too long for an address. */
  asksOnly?: boolean
  signal?: AbortSignal
}

export const get = <T>(path: string) => ask<T>({ method: 'GET', path })
export const post = <T>(path: string, body: unknown = {}, headers?: Record<string, string>) =>
  ask<T>({ method: 'POST', path, body, headers })
/** A question too long for an address; whoever no longer wants the answer aborts it. */
export const question = <T>(path: string, body: unknown, signal?: AbortSignal) =>
  ask<T>({ method: 'POST', path, body, asksOnly: true, signal })
export const put = <T>(path: string, body: unknown) => ask<T>({ method: 'PUT', path, body })
export const remove = <T>(path: string) => ask<T>({ method: 'DELETE', path })

/** A path's query from its parts; what is null or undefined is left out. */
export function withQuery(path: string, parts: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value != null) query.set(name, String(value))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/**
 * One request to `/api/v1` (or to `/api/auth`, where the path says so). A write carries an idempotency key, so that it
 * can be asked a second time when the line broke: the server does it once.
 */
async function ask<T>(wanted: Ask): Promise<T> {
  const writes = wanted.method !== 'GET' && !wanted.asksOnly
  const headers: Record<string, string> = { accept: 'application/json', ...wanted.headers }
  if (writes) headers['idempotency-key'] = crypto.randomUUID()
  if (wanted.body !== undefined) headers['content-type'] = 'application/json'
  const body = wanted.body === undefined ? undefined : JSON.stringify(wanted.body)
  const url = wanted.path.startsWith('/api/') ? wanted.path : `/api/v1${wanted.path}`
  const send = () =>
    fetch(url, { method: wanted.method, headers, body, credentials: 'same-origin', signal: wanted.signal })
  const answer = await send().catch(() => (writes ? send().catch(unreachable) : unreachable()))
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  throw new Refused(await problemOf(answer))
}

function unreachable(): never {
  throw new Unreachable('No answer from the server')
}

/** Also understands sign-in's own `{ message }`. A proxy in between may answer with a page instead. */
async function problemOf(answer: Response): Promise<Problem> {
  const blank = { type: 'about:blank', title: answer.statusText, status: answer.status, detail: answer.statusText }
  try {
    const told: Partial<Problem> & { message?: string } = await answer.json()
    return { ...blank, ...told, detail: told.detail ?? told.message ?? blank.detail, status: answer.status }
  } catch {
    return blank
  }
}
