/** What the API gives, once: OpenAPI is made from it, and the web app's types are it. */
import { z } from '@hono/zod-openapi'
import { Irritation, Proposed, Understood } from './listening/shapes.understanding.ts'
import { Verdict } from './verdicts/shapes.verdicts.ts'

const id = z.uuid()
const time = z.iso.datetime()

export const States = ['open', 'waiting', 'snoozed', 'done', 'noted'] as const
export const State = z.enum(States)
export const Role = z.enum(['owner', 'admin', 'teammate', 'guest'])
export const Scopes = ['read', 'write', 'admin'] as const

/** A colleague, as others see them. */
export const Colleague = z.object({ id, name: z.string(), role: Role }).openapi('Teammate')

export const Reason = z
  .object({
    kind: z.enum(['mention', 'reply', 'quote', 'room', 'thread', 'listener', 'not-content']),
    /** The listener's name, where a listener brought it. */
    name: z.string().nullable(),
  })
  .openapi('Reason')

export const PersonLine = z
  .object({ id, name: z.string(), handle: z.string().nullable(), avatar: z.string().nullable() })
  .openapi('PersonLine')

export const RoomLine = z.object({ id, name: z.string(), channel: z.string() }).openapi('RoomLine')

/** One row of a list: who, where, what they said, why it is here, how long they have waited. */
export const ConversationLine = z
  .object({
    id,
    state: State,
    room: RoomLine,
    person: PersonLine.nullable(),
    title: z.string().nullable(),
    /** The first line of what they said last. */
    preview: z.string(),
    reasons: z.array(Reason),
    /** Since when somebody waits for a word from us; null: nobody does. */
    waitingSince: time.nullable(),
    /** By then they have a word from us, by the room's promise; null: nothing is promised to them. */
    promisedBy: time.nullable(),
    lastAt: time,
    messages: z.number().int(),
    assignee: Colleague.nullable(),
    snoozedUntil: time.nullable(),
    /** How our last reply stands, where that needs a look. */
    trouble: z.enum(['refused', 'unknown']).nullable(),
    irritation: Irritation.nullable(),
  })
  .openapi('ConversationLine')

export const Message = z
  .object({
    id,
    person: PersonLine.nullable(),
    /** Our own account said it. */
    us: z.boolean(),
    /** The teammate who wrote it, where it was said from this desk. */
    by: Colleague.nullable(),
    at: time,
    title: z.string().nullable(),
    text: z.string(),
    links: z.array(z.string()),
    images: z.array(z.object({ url: z.string().nullable(), alt: z.string() })),
    url: z.string().nullable(),
    inReplyTo: id.nullable(),
    reasons: z.array(Reason),
    edited: z.boolean(),
    understood: Understood.nullable(),
    /** The reply from this desk that was heard back as this message. */
    replyId: id.nullable(),
    proposed: Proposed.nullable(),
  })
  .openapi('Message')

export const Delivery = z.enum(['queued', 'sending', 'sent', 'refused', 'unknown'])

/** A reply of ours that its channel does not have yet, or refused, or may have. Once sent it is a message. */
export const Reply = z
  .object({
    id,
    text: z.string(),
    by: Colleague,
    at: time,
    state: Delivery,
    /** It leaves then; until then it can be taken back. */
    leavesAt: time,
    why: z.string().nullable(),
    inReplyTo: id.nullable(),
    proposed: Proposed.nullable(),
  })
  .openapi('Reply')

export const Note = z.object({ id, text: z.string(), by: Colleague, at: time }).openapi('Note')

/** What happened to a conversation, for the thin lines between messages. */
export const Happening = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    by: Colleague.nullable(),
    at: time,
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi('Happening')

/** How the composer works in a room. */
export const Replying = z
  .object({
    /** `send`: from here. `hand-off`: open the original, answer there, mark as answered. */
    how: z.enum(['send', 'hand-off']),
    /** In words: `@bakery.example on Bluesky`. */
    as: z.string().nullable(),
    length: z
      .object({
        unit: z.enum(['graphemes', 'characters']),
        limit: z.number().int(),
        bytes: z.number().int().nullable(),
      })
      .nullable(),
  })
  .openapi('Replying')

export const Conversation = ConversationLine.extend({
  /** Oldest first. */
  thread: z.array(Message),
  replies: z.array(Reply),
  notes: z.array(Note),
  /** How we did, as they said it. */
  verdicts: z.array(Verdict),
  happened: z.array(Happening),
  replying: Replying,
}).openapi('Conversation')

export const Trouble = z
  .object({ why: z.string(), needs: z.enum(['time', 'sign-in', 'owner']), since: time, nextTry: time.nullable() })
  .openapi('Trouble')

export const Room = RoomLine.extend({
  address: z.string(),
  can: z.array(z.string()),
  health: z.object({
    lastHeard: time.nullable(),
    /** Seconds between the newest event on the channel and now, as last seen; null: nothing heard yet. */
    lag: z.number().nullable(),
    trouble: Trouble.nullable(),
    /** Silent since its last word against its own rhythm; null: it speaks as it does. */
    quietSince: time.nullable(),
    gaps: z.array(z.object({ from: time, to: time, why: z.string() })),
    /** What the channel lets us do still, as it said last, until then; null: it said nothing, or that time is over. */
    quota: z.object({ left: z.number(), of: z.number(), until: time }).nullable(),
    /** Events that made no sense and were skipped. */
    unreadable: z.number().int(),
    /** Replies that were refused or whose outcome is unknown. */
    unsaid: z.number().int(),
  }),
  paused: z.boolean(),
  messages: z.number().int(),
  demo: z.boolean(),
  /** Which objective it serves; null: none. */
  objective: id.nullable(),
  replying: Replying,
  createdAt: time,
}).openapi('Room')

export const ChannelCard = z
  .object({
    name: z.string(),
    title: z.string(),
    can: z.array(z.string()),
    about: z.object({
      cost: z.string(),
      approval: z.string(),
      limits: z.string(),
      unseen: z.string(),
      expiry: z.string(),
    }),
    fields: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        hint: z.string(),
        kind: z.enum(['text', 'url', 'secret']),
        optional: z.boolean(),
      }),
    ),
  })
  .openapi('Channel')

/** A message found, and where. `spans` are [from, to) in `message.text`, to mark. */
export const Found = z
  .object({
    message: Message,
    conversation: z.object({ id, state: State, room: RoomLine }),
    spans: z.array(z.tuple([z.number().int(), z.number().int()])),
  })
  .openapi('Found')

export const Me = z
  .object({
    teammate: Colleague,
    mail: z.string(),
    workspace: z.object({ id, name: z.string() }),
    workspaces: z.array(z.object({ id, name: z.string() })),
    scopes: z.array(z.enum(Scopes)),
    /** The pretend town is in this workspace. */
    demo: z.boolean(),
    version: z.string(),
  })
  .openapi('Me')

export const Token = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(z.enum(Scopes)),
    createdAt: time,
    lastUsed: time.nullable(),
    expiresAt: time.nullable(),
  })
  .openapi('Token')

export const Invitation = z.object({ id, mail: z.string(), role: Role, expiresAt: time }).openapi('Invitation')

/** How many conversations stand in each view: what the rail shows. */
export const Counts = z
  .object({
    needsUs: z.number().int(),
    mine: z.number().int(),
    waiting: z.number().int(),
    snoozed: z.number().int(),
    done: z.number().int(),
    unsaid: z.number().int(),
    /** What I promised by today or earlier, and is neither kept nor broken. */
    promised: z.number().int(),
    /** Where I said that I did not know yet what came of it, and am asked again. */
    asked: z.number().int(),
    /** Storms that are on. */
    storms: z.number().int(),
    /** Somebody bought something lately, so that a step after a sale may be due. */
    clocks: z.boolean(),
  })
  .openapi('Counts')

/** One line of the live stream. */
export const Live = z
  .object({
    id: z.number().int(),
    kind: z.string(),
    at: time,
    by: id.nullable(),
    conversations: z.array(id),
    room: id.nullable(),
  })
  .openapi('Live')

/** RFC 9457. `detail` is for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    field: z.string().nullable().optional(),
  })
  .openapi('Problem')

export const Page = <T extends z.ZodType>(items: T) => z.object({ items: z.array(items), next: z.string().nullable() })

export type ConversationLine = z.infer<typeof ConversationLine>
export type Conversation = z.infer<typeof Conversation>
export type Message = z.infer<typeof Message>
export type Reply = z.infer<typeof Reply>
export type { Verdict } from './verdicts/shapes.verdicts.ts'
export type Note = z.infer<typeof Note>
export type Happening = z.infer<typeof Happening>
export type PersonLine = z.infer<typeof PersonLine>
export type Room = z.infer<typeof Room>
export type ChannelCard = z.infer<typeof ChannelCard>
export type Found = z.infer<typeof Found>
export type Me = z.infer<typeof Me>
export type Colleague = z.infer<typeof Colleague>
export type Token = z.infer<typeof Token>
export type Invitation = z.infer<typeof Invitation>
export type Counts = z.infer<typeof Counts>
export type Live = z.infer<typeof Live>
export type Problem = z.infer<typeof Problem>
export type State = z.infer<typeof State>
export type Reason = z.infer<typeof Reason>
export type Replying = z.infer<typeof Replying>
