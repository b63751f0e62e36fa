import { fold, normal } from './letters.ts'
import type { Post } from './post.ts'
import { handleNames } from './tokens.ts'

/**
 * The words before a colon: `from:`, `lang:`, `has:` ... To add one, add it here and its cases to cases.txt.
 * A field that a message does not carry never matches.
 */
export const fields = {
  from: {
    example: 'from:rosa',
    asked: withoutAt,
    holds: ({ author }) => [...handles([author?.handle, author?.id]), ...plain([author?.name])],
  },
  to: { example: 'to:acme', asked: withoutAt, holds: ({ to, mentions }) => handles(to ?? mentions ?? []) },
  in: { example: 'in:support', holds: ({ room }) => plain([room]) },
  on: { example: 'on:bluesky', holds: ({ channel }) => plain([channel]) },
  lang: {
    example: 'lang:pt',
    wrong: (value) => (/^[a-z]{2,8}(-[a-z\d]{1,8})*$/.test(value) ? null : 'a language is written like pt or pt-BR'),
    holds: ({ langs }) => plain(langs ?? []).flatMap((lang) => [lang, ...shorter(lang, '-')]),
  },
  link: {
    example: 'link:example.com',
    wrong: (value) =>
      host(value) !== null && !/[/:@?#]/.test(value) ? null : 'write the domain alone: link:example.com',
    asked: host,
    holds: ({ links }) =>
      (links ?? []).map(host).flatMap((name) => (name === null ? [] : [name, ...domainsOver(name)])),
  },
  has: {
    example: 'has:link',
    wrong: (value) => (Object.hasOwn(has, value) ? null : `it can be ${Object.keys(has).join(', ')}`),
    holds: (post) => Object.keys(has).filter((what) => has[what]?.(post)),
  },
  is: {
    example: 'is:complaint',
    holds: ({ labels, inReplyTo }) => [...plain(labels ?? []), ...(inReplyTo ? ['reply'] : [])],
  },
  objective: { example: 'objective:"fewer returns"', holds: ({ objective }) => plain([objective]) },
  assignee: { example: 'assignee:kit', asked: withoutAt, holds: ({ assignee }) => handles([assignee]) },
  before: {
    example: 'before:2026-11-01',
    wrong: (value) => (day(value) === null ? dayForm : null),
    isTrue: (value, at) => at.getTime() < (day(value) ?? Number.NaN),
  },
  after: {
    example: 'after:2026-11-01',
    wrong: (value) => (day(value) === null ? dayForm : null),
    isTrue: (value, at) => at.getTime() >= (day(value) ?? Number.NaN),
  },
  older_than: {
    example: 'older_than:7d',
    wrong: (value) => (age(value) === null ? 'an age is a number of hours, days or weeks: 12h, 7d, 2w' : null),
    isTrue: (value, at, now) => now !== null && now.getTime() - at.getTime() > (age(value) ?? Number.NaN),
  },
} satisfies Record<string, Field>

export type FieldName = keyof typeof fields

type Field = {
  example: string /** What would be right, when a folded value can't be. */
  wrong?(value: string): string | null
} & (
  | Holding
  | {
      /** Of the hour at which a message was said. `now` is null where nobody holds a clock: then no message has an age. */
      isTrue(value: string, at: Date, now: Date | null): boolean
    }
)

/** A field that is true of a message when what is asked for is among what the message holds. */
export type Holding = {
  /** What to look for among them, for a value as it was written; null: nothing holds it. */
  asked?(value: string): string | null
  holds(post: Post): string[]
}

/** Whether a field of a message has a value. */
export function carries(name: FieldName, value: string, post: Post, now: Date | null): boolean {
  const it = field(name)
  if ('isTrue' in it) return post.at !== undefined && it.isTrue(value, post.at, now)
  const asked = it.asked ? it.asked(value) : value
  return asked !== null && it.holds(post).includes(asked)
}

/** The field as its type, without which TypeScript would ask each call which of them it is. */
export const field = (name: FieldName): Field => fields[name]

export const isField = (name: string): name is FieldName => Object.hasOwn(fields, name)

/** How values are compared: as words are. Quotes are none of it: a value that held one couldn't be written in quotes. */
export const fieldValue = (text: string): string =>
  fold(normal(text).text)
    .replaceAll(/["“”„]/g, '')
    .trim()

const has: Record<string, (post: Post) => boolean> = {
  link: ({ links }) => (links?.length ?? 0) > 0,
  image: ({ images }) => (images?.length ?? 0) > 0,
  question: ({ title, text, labels }) =>
    questionMark.test(text) || questionMark.test(title ?? '') || (labels?.includes('question') ?? false),
  quote: ({ quotes }) => !!quotes,
}

/** Latin, full-width, Arabic, Armenian, Ethiopic; the Greek one is a semicolon and can't be told from it. */
const questionMark = /[?？؟՞፧]/

type Maybe = string | null | undefined
const plain = (values: readonly Maybe[]): string[] => values.filter((value) => value != null).map(fieldValue)
const handles = (values: readonly Maybe[]): string[] =>
  plain(values).flatMap((value) => [value, ...handleNames(value.replace(/^@/, ''))])

/** The host of a link or a bare domain, in its ASCII form; null when it has none. */
function host(link: string): string | null {
  const url = /^[a-z][a-z\d+.-]*:/i.test(link) ? URL.parse(link) : URL.parse(`http://${link}`)
  return url?.hostname.toLowerCase() || null
}

/** `pt` for `pt-br`: what is before each sign. */
const shorter = (value: string, sign: string): string[] =>
  [...value.matchAll(new RegExp(sign, 'g'))].map(({ index }) => value.slice(0, index))

/** `example.com` and `com` for `blog.example.com`. */
const domainsOver = (host: string): string[] => [...host.matchAll(/\./g)].map(({ index }) => host.slice(index + 1))

function withoutAt(value: string): string {
  return value.replace(/^@/, '')
}

const dayForm = 'a day is written like 2026-11-01'

/** The first moment of a day, UTC; null for a day that isn't in the calendar. */
function day(value: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? at.getTime() : null
}

const hours = { h: 1, d: 24, w: 168 }

/** An age in milliseconds; null when it isn't one. */
function age(value: string): number | null {
  const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(value) ?? []
  return count === undefined ? null : Number(count) * hours[unit as keyof typeof hours] * 3_600_000
}
