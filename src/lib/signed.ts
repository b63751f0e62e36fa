/**
 * Messages signed as Standard Webhooks has it (standardwebhooks.com, version 1.0.0): HMAC-SHA-256 over
 * `id.timestamp.body`, in the headers webhook-id, webhook-timestamp and webhook-signature.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** As it came: the headers, null where one is missing, and the body byte for byte. */
export type SignedMessage = { id: string | null; timestamp: string | null; signature: string | null; body: Uint8Array }

export type Verdict =
  | { is: 'genuine'; id: string }
  /** A header is missing, or is none that the standard knows. */
  | { is: 'unsigned' }
  | { is: 'out-of-time' }
  /** Signed with none of our secrets, or changed on its way. */
  | { is: 'forged' }

/** How far the sender's clock may be from ours, before or behind. What is older may be a recording. */
const TOLERANCE_S = 5 * 60
// A list is allowed, for a sender that changes secrets; more than these no honest sender writes.
const MOST_SIGNATURES = 10

/** With no secrets nothing is genuine. Each signature is compared with each secret's in constant time. */
export function verify(
  { id, timestamp, signature, body }: SignedMessage,
  secrets: readonly string[],
  now: Date,
): Verdict {
  // No full stop in an id: the stops around it say where each part of what is signed ends.
  if (!id || !/^[!-\-/-~]{1,255}$/.test(id) || !timestamp || !/^\d{1,11}$/.test(timestamp) || !signature)
    return { is: 'unsigned' }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S) return { is: 'out-of-time' }
  const given = signature
    .split(' ', MOST_SIGNATURES)
    .flatMap((one) => (/^v1,[A-Za-z0-9+/]{43}=$/.test(one) ? [Buffer.from(one.slice(3), 'base64')] : []))
  const genuine = secrets
    .map((secret) => hmacOf(secret, `${id}.${timestamp}.`, body))
    .flatMap((ours) => given.map((theirs) => timingSafeEqual(ours, theirs)))
    .includes(true)
  return genuine ? { is: 'genuine', id } : { is: 'forged' }
}

/** The webhook-signature of a message. `id` without a full stop. */
export function signatureOf(secret: string, { id, at, body }: { id: string; at: Date; body: string }): string {
  const hmac = hmacOf(secret, `${id}.${Math.floor(at.getTime() / 1000)}.`, Buffer.from(body))
  return `v1,${hmac.toString('base64')}`
}

/** 256 bits, as the standard writes them. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const hmacOf = (secret: string, before: string, body: Uint8Array): Buffer =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(before)
    .update(body)
    .digest()
