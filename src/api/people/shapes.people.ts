/** What the API gives about people. */
import { z } from '@hono/zod-openapi'
import { Colleague, ConversationLine, PersonLine } from '../shapes.ts'
import { Verdict } from '../verdicts/shapes.verdicts.ts'
import { Card, Moment } from './shapes.moments.ts'
import { TieWithTeammate } from './shapes.ties.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const PersonKinds = ['human', 'staff', 'bot', 'feed'] as const
export const EvidenceKinds = ['each-other', 'mail', 'said', 'domain', 'page', 'link', 'handle', 'name', 'bio'] as const

/** Why two names might be one human. `value`: what they share. `in`: the message that says so. */
export const Evidence = z
  .object({
    kind: z.enum(EvidenceKinds),
    value: z.string(),
    weight: z.number(),
    in: z.object({ conversation: id, message: id }).optional(),
  })
  .openapi('Evidence')

/** The first identity is of the name that stands. */
export const Identity = z
  .object({
    id,
    channel: z.string(),
    handle: z.string().nullable(),
    name: z.string().nullable(),
    avatar: z.string().nullable(),
    url: z.string().nullable(),
    /** The channel allows no link with other names without the person's own yes; `consent` is that yes. */
    asksConsent: z.boolean(),
    consent: z.object({ how: z.string(), at: z.string() }).nullable(),
  })
  .openapi('Identity')

/** A join that stands: who was joined, on what evidence, by whom (null: by proof from their own control). */
export const Join = z
  .object({
    id,
    name: z.string(),
    names: z.array(z.string()),
    at: z.string(),
    by: Colleague.nullable(),
    evidence: z.array(Evidence),
  })
  .openapi('Join')

export const Person = z
  .object({
    id,
    name: z.string(),
    /** Staff, bots and feeds stand in no count of people. */
    kind: z.enum(PersonKinds),
    identities: z.array(Identity),
    joins: z.array(Join),
    firstMet: time,
    lastHeard: time.nullable(),
    /** Newest first, at most 20. */
    conversations: z.array(ConversationLine),
    messages: z.number().int(),
    card: Card,
    /** What is remembered and may be seen by who asks, the newest first. */
    moments: z.array(Moment),
    /** Who holds a relationship with them. */
    ties: z.array(TieWithTeammate),
    /** How often we wrote first in the last 30 days, in all rooms and by anybody of us. */
    wroteFirst: z.number().int(),
    /** How we did, as they said it last. */
    verdict: Verdict.nullable(),
    /** Teammates who answered them, the most often first. */
    knownBy: z.array(z.object({ teammate: Colleague, replies: z.number().int() })),
  })
  .openapi('Person')

/** Somebody who might be the same human. `score`: from 0 to 1, of the evidence together. */
export const Likely = PersonLine.extend({ score: z.number(), evidence: z.array(Evidence) }).openapi('Likely')

/** `refusal`: why it can't be done, in words; null: it can. */
export const JoinPreview = z
  .object({ keep: Person, absorb: Person, evidence: z.array(Evidence), refusal: z.string().nullable() })
  .openapi('JoinPreview')

export const Joined = z.object({ id, person: id })
export const Apart = z.object({ kept: id, absorbed: id })

export type Person = z.infer<typeof Person>
export type Likely = z.infer<typeof Likely>
export type Join = z.infer<typeof Join>
export type Evidence = z.infer<typeof Evidence>
export type JoinPreview = z.infer<typeof JoinPreview>
