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
    carries: (value, { author }) =>
      [...handles([author?.handle, author?.id]), ...plain([author?.name])].includes(value.replace(/^@/, '')),
  },
  to: {
    example: 'to:acme',
    carries: (value, { to, mentions }) => handles(to ?? mentions ?? []).includes(value.replace(/^@/, '')),
  },
  in: { example: 'in:support', carries: (value, { room }) => plain([room]).includes(value) },
  on: { example: 'on:bluesky', carries: (value, { channel }) => plain([channel]).includes(value) },
  lang: {
    example: 'lang:pt',
    wrong: (value) => (/^[a-z]{2,8}(-[a-z\d]{1,8})*$/.test(value) ? null : 'a language is written like pt or pt-BR'),
    carries: (value, { langs }) => plain(langs ?? []).some((lang) => lang === value || lang.startsWith(`${value}-`)),
  },
  link: {
    example: 'link:example.com',
    wrong: (value) =>
      host(value) !== null && !/[/:@?#]/.test(value) ? null : 'write the domain alone: link:example.com',
    carries: (value, { links }) => (links ?? []).some((link) => isUnder(host(link), host(value))),
  },
  has: {
    example: 'has:link',
    wrong: (value) => (Object.hasOwn(has, value) ? null : `it can be ${Object.keys(has).join(', ')}`),
    carries: (value, post) => has[value]?.(post) ?? false,
  },
  is: {
    example: 'is:complaint',
    carries: (value, post) => plain(post.labels ?? []).includes(value) || (value === 'reply' && !!post.inReplyTo),
  },
  objective: {
    example: 'objective:"fewer returns"',
    carries: (value, { objective }) => plain([objective]).includes(value),
  },
  assignee: {
    example: 'assignee:kit',
    carries: (value, { assignee }) => handles([assignee]).includes(value.replace(/^@/, '')),
  },
  before: {
    example: 'before:2026-11-01',
    wrong: (value) => (day(value) === null ? dayForm : null),
    carries: (value, { at }) => at !== undefined && at.getTime() < (day(value) ?? Number.NaN),
  },
  after: {
    example: 'after:2026-11-01',
    wrong: (value) => (day(value) === null ? dayForm : null),
    carries: (value, { at }) => at !== undefined && at.getTime() >= (day(value) ?? Number.NaN),
  },
  older_than: {
    example: 'older_than:7d',
    wrong: (value) => (age(value) === null ? 'an age is a number of hours, days or weeks: 12h, 7d, 2w' : null),
    carries: (value, { at }, now) =>
      at !== undefined && now !== null && now.getTime() - at.getTime() > (age(value) ?? Number.NaN),
  },
} satisfies Record<string, Field>

export type FieldName = keyof typeof fields

type Field = {
  example: string
  /** What would be right, when a folded value can't be. */
  wrong?(value: string): string | null
  /** `now` is null where nobody holds a clock: then no message has an age. */
  carries(value: string, post: Post, now: Date | null): boolean
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

const isUnder = (host: string | null, domain: string | null) =>
  host !== null && domain !== null && (host === domain || host.endsWith(`.${domain}`))

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
