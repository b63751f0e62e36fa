/** For tests: a PDS that answers what it is told to, and a kit whose only way out leads to it. */
import { inCommon } from '../../lib/in-common.ts'
import type { Json, Kit, Quota } from '../channel.ts'

export type Question = { readonly method: string; readonly url: URL; readonly body: Record<string, unknown> | null }
type Answer = Response | Error
export type Answers = Record<string, (question: Question) => Answer | Promise<Answer>>

export const us = 'did:plc:acme'
export const ada = 'did:plc:ada'
export const noon = new Date('2026-11-22T12:00:00.000Z')
export const service = 'https://pds.test'

export const ok = (body: object) => Response.json(body)
export const fails = (status: number, error: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ error, message }, { status, headers })

export const session = { did: us, handle: 'acme.test', accessJwt: 'access', refreshJwt: 'refresh', active: true }

/** A signed-in room on it. */
export const room = {
  address: us,
  settings: { handle: 'acme.test', service, stream: 'pds', directory: 'https://plc.test' },
  secret: { password: 'word', session: { ...session, pds: null } },
  cursor: null,
}

/**
 * A kit that answers by the last part of the path (`putRecord`, or a DID at the directory), and remembers what was asked.
 * What no answer was given for is answered 501; an Error stands for a line that broke.
 */
export function pretendPds(answers: Answers): { kit: Kit; asked: Question[]; kept: Json[]; quotas: Quota[] } {
  const asked: Question[] = []
  const kept: Json[] = []
  const quotas: Quota[] = []
  const kit: Kit = {
    fetch: async (input, init) => {
      const request = input instanceof Request ? input : new Request(input, init)
      const url = new URL(request.url)
      const method = url.pathname.split(/[./]/).at(-1) ?? ''
      const body = request.method === 'POST' ? ((await request.json().catch(() => null)) as Question['body']) : null
      const question: Question = { method, url, body }
      asked.push(question)
      const answer = await (answers[method]?.(question) ?? fails(501, 'MethodNotImplemented', 'Method Not Implemented'))
      if (answer instanceof Error) throw answer
      return answer
    },
    socket: () => {
      throw new Error('No socket in this test')
    },
    clock: { now: () => noon, sleep: async () => {} },
    signal: new AbortController().signal,
    inCommon: inCommon(),
    keepSecret: async (secret) => {
      kept.push(secret)
    },
    keepQuota: async (quota) => {
      quotas.push(quota)
    },
  }
  return { kit, asked, kept, quotas }
}
