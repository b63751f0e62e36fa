/** What was said to us while we did not listen, as the account's own notifications tell it. */

import { XRPCError } from '@atproto/api'
import type { ChannelReason, Heard } from '../../domain/message/heard.ts'
import { ChannelTrouble, type Kit } from '../channel.ts'
import { parseUri, postCollection } from './at-uri.ts'
import { askedToWaitUntil, type Client, isUnreachable } from './client.ts'
import { authorFrom } from './profiles.ts'
import { said } from './translate.ts'
import { notification } from './wire.ts'

export type Past =
  /** Oldest first. */
  | { is: 'had'; heard: readonly Heard[]; unreadable: number }
  /** The server has no AppView behind it, or that one is unwell. */
  | { is: 'not-to-be-had'; why: string }

const told: readonly ChannelReason[] = ['mention', 'reply', 'quote']
// The most that app.bsky.notification.listNotifications gives at once.
const page = 100

/**
 * Mentions, replies and quotes since then, at most so many. Throws ChannelTrouble where trying again soon should help:
 * nobody answers, or too many questions.
 */
export async function pastOf(client: Client, { since, most }: { since: Date; most: number }, kit: Kit): Promise<Past> {
  const heard: Heard[] = []
  let unreadable = 0
  let cursor: string | undefined
  try {
    do {
      const asked = { limit: page, cursor, reasons: [...told] }
      const { data } = await client.ask((agent) => agent.app.bsky.notification.listNotifications(asked))
      for (const one of data.notifications) {
        if (new Date(one.indexedAt) < since) return { is: 'had', heard: heard.reverse(), unreadable }
        const found = heardOf(one, client.did)
        if (found === 'unreadable') unreadable++
        else if (found) heard.push(found)
      }
      cursor = data.notifications.length > 0 ? data.cursor : undefined
    } while (cursor && heard.length < most && !kit.signal.aborted)
    return { is: 'had', heard: heard.reverse(), unreadable }
  } catch (trouble) {
    if (!(trouble instanceof XRPCError)) throw trouble
    if (trouble.status === 429) {
      const until = askedToWaitUntil(trouble, kit.clock.now())
      throw new ChannelTrouble('Bluesky asks us to wait before reading notifications.', 'time', until)
    }
    if (isUnreachable(trouble)) throw new ChannelTrouble(`Could not reach ${client.pds()}: ${trouble.message}`)
    return { is: 'not-to-be-had', why: trouble.message }
  }
}

function heardOf(entry: unknown, us: string): Heard | null | 'unreadable' {
  const read = notification.safeParse(entry)
  if (!read.success) return 'unreadable'
  const { uri, reason, record, indexedAt, author } = read.data
  const named = told.find((one) => one === reason)
  const where = parseUri(uri)
  if (!named || where?.collection !== postCollection) return null
  const message = said({ ...where, record, at: new Date(indexedAt) }, us)
  if (!message) return 'unreadable'
  // The AppView sees reasons that the record alone doesn't show, such as an answer further down a thread of ours.
  const reasons = message.reasons.length > 0 ? message.reasons : [named]
  return { is: 'said', message: { ...message, reasons, author: authorFrom(author, us) ?? message.author } }
}
