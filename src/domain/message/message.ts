/** A message as it is filed: what was heard, made fit to keep, with the words that search will find it by. */
import { createHash } from 'node:crypto'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import { lexemes } from '../../listening/lexemes.ts'
import { isBareThanks } from '../../understanding/thanks.ts'
import type { Word } from '../conversation/waiting.ts'
import type { Reason, Said } from './heard.ts'
import type { Understood } from './understood.ts'

/** A message that is kept, with why. Ids are short enough for an index. */
export type Kept = {
  readonly said: Said
  readonly externalId: string
  readonly parent: string | null
  readonly reasons: readonly Reason[]
  /** Null: our own words, which nobody has to understand. */
  readonly understood: Understood | null
}

export const keep = (said: Said, reasons: readonly Reason[]): Kept => ({
  said,
  externalId: keyOf(said.id),
  parent: said.inReplyTo === null ? null : keyOf(said.inReplyTo),
  reasons,
  understood: null,
})

/** An id of the channel as we index it. PostgreSQL refuses index entries over about 2,700 bytes; some feeds have such ids. */
export const keyOf = (externalId: string): string =>
  externalId.length <= 500 ? storable(externalId) : `sha256:${createHash('sha256').update(externalId).digest('hex')}`

/** Where it stands: in which room and conversation, by whom. `replyId`: it was said from this desk. */
export type Place = {
  id: Id
  workspace: Id
  roomId: Id
  conversationId: Id
  identityId: Id
  personId: Id
  heardAt: Date
  replyId: Id | null
}

export function row({ said, externalId, parent, reasons, understood }: Kept, place: Place) {
  return {
    id: place.id,
    workspace_id: place.workspace,
    room_id: place.roomId,
    conversation_id: place.conversationId,
    identity_id: place.identityId,
    person_id: place.personId,
    source: keyOf(said.source),
    external_id: externalId,
    parent_external_id: parent,
    us: said.author.us,
    reply_id: place.replyId,
    at: saidAt(said, place.heardAt),
    heard_at: place.heardAt,
    reasons,
    ...content(said),
    ...understanding(understood),
  }
}

/** How it was understood, as its columns. */
export const understanding = (it: Understood | null) => ({
  language: it?.language ?? null,
  labels: it?.labels ?? [],
  mood: it?.mood ?? null,
  mood_sure: it?.moodSure ?? null,
  urgency: it?.urgency ?? null,
})

/** What `row` gives, as it lies in the database. */
export const columns = {
  id: 'uuid',
  workspace_id: 'uuid',
  room_id: 'uuid',
  conversation_id: 'uuid',
  identity_id: 'uuid',
  person_id: 'uuid',
  source: 'text',
  external_id: 'text',
  parent_external_id: 'text',
  us: 'boolean',
  reply_id: 'uuid',
  at: 'timestamptz',
  heard_at: 'timestamptz',
  reasons: 'text[]',
  title: 'text',
  text: 'text',
  url: 'text',
  langs: 'text[]',
  links: 'text[]',
  mentions: 'text[]',
  tags: 'text[]',
  images: 'jsonb',
  search: 'tsvector',
  language: 'text',
  labels: 'text[]',
  mood: 'real',
  mood_sure: 'real',
  urgency: 'real',
} as const

export type Content = ReturnType<typeof contentOf>
const contents = new WeakMap<Said, Content>()

/** What an edit replaces. Worked out once: who has the time (while the database is busy) may ask for it beforehand. */
export function content(said: Said): Content {
  let known = contents.get(said)
  if (known === undefined) {
    known = contentOf(said)
    contents.set(said, known)
  }
  return known
}

const contentOf = (said: Said) => ({
  title: said.title && storable(said.title),
  text: storable(said.text),
  url: said.url && storable(said.url),
  langs: said.langs.map(storable),
  links: said.links.map(storable),
  mentions: said.mentions.map(storable),
  tags: said.tags.map(storable),
  images: said.images.map(({ url, alt }) => ({ url: url && storable(url), alt: storable(alt) })),
  search: lexemes(said),
})

/** Clocks lie: nobody speaks in the future, and what has no hour was said when we heard it. */
export function saidAt({ at }: Pick<Said, 'at'>, heardAt: Date): Date {
  return Number.isNaN(at.getTime()) || at > heardAt ? heardAt : at
}

export const preview = ({ title, text }: Pick<Said, 'title' | 'text'>): string =>
  storable(`${title ? `${title}. ` : ''}${text}`.slice(0, 400))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()

export const word = ({ said, reasons }: Kept, heardAt: Date, who: Id, answers: Id | null): Word => ({
  at: saidAt(said, heardAt),
  us: said.author.us,
  who,
  answers,
  thanks: !said.author.us && isBareThanks(said.text),
  toUs: !said.author.us && reasons.some((reason) => reason !== 'thread'),
  settled: false,
})
