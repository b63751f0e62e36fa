import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import { type From, importQuery } from './importers/import.ts'
import { matches } from './matches.ts'
import { parse } from './parse.ts'
import type { Post } from './post.ts'
import { print } from './query.ts'
import { refuseAsListener } from './too-broad.ts'

const noon = new Date('2026-11-22T12:00:00Z')

const documented = casesOf('../../docs/listening.md')

test('the documentation has its cases where we look for them', () => expect(documented.length).toBeGreaterThan(80))

for (const { what, query, rest, where } of [
  ...casesOf('cases.txt'),
  ...casesOf('importers/cases.txt'),
  ...documented,
]) {
  test(`${where}: ${what} ${query} | ${rest}`, () => {
    switch (what) {
      case 'matches':
        return expect(matches(parse(query), post(rest), noon)).toBe(true)
      case 'not':
        return expect(matches(parse(query), post(rest), noon)).toBe(false)
      case 'shows':
        return expect(marked(query, rest.replaceAll(/[«»]/g, ''))).toBe(rest)
      case 'prints':
        return expect(print(parse(query))).toBe(rest)
      case 'error':
        return expect(() => parse(query)).toThrow(expect.objectContaining({ name: 'QueryError', message: rest }))
      case 'refused':
        return expect(refuseAsListener(parse(query))).toBe(rest)
      case 'stands':
        return expect(refuseAsListener(parse(query))).toBeNull()
      case 'brandwatch':
      case 'talkwalker':
      case 'x':
        return expect(importQuery(what, query).query ?? 'nothing').toBe(rest)
      case 'without':
        return expect(notCarried(query)).toBe(rest)
      case 'unread':
        return expect(() => imported(query)).toThrow(expect.objectContaining({ name: 'QueryError', message: rest }))
      case 'finds':
        return expect(matches(parse(imported(query).query ?? '-'), post(rest), noon)).toBe(true)
      case 'misses':
        return expect(matches(parse(imported(query).query ?? '-'), post(rest), noon)).toBe(false)
      default:
        throw new Error(`${where}: there are no cases of the kind "${what}"`)
    }
  })
}

/** Every line with two bars; in a document, those within blocks that are fenced as ```cases. */
function casesOf(name: string) {
  const all = readFileSync(new URL(name, import.meta.url), 'utf8')
  const text = name.endsWith('.md') ? all.replaceAll(/(^|\n```\n)[\s\S]*?(\n```cases\n|$)/g, blank) : all
  return text.split('\n').flatMap((line, index) => {
    const [, what, query, rest] = /^(\w+) *\| (.*?) *\|(?: (.*))?$/.exec(line) ?? []
    if (what === undefined || query === undefined) return []
    return [
      { what, query: unescaped(query), rest: unescaped(rest ?? ''), where: `${name.split('/').at(-1)}:${index + 1}` },
    ]
  })
}

/** `x: cake lang:en` names the tool before its query. */
function imported(query: string) {
  const [, from = '', source = ''] = /^(\w+): ?(.*)$/s.exec(query) ?? []
  return importQuery(from as From, source)
}

/** What was not carried over, each with what the query finds without it. */
const notCarried = (query: string): string =>
  imported(query)
    .notCarried.map(({ written, finds, why }) => `${written} (${finds}): ${why}`)
    .join('; ')

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, '')
}

/** `\u0301` and `\n`, for what can't be seen in a line; JSON has its own. */
function unescaped(text: string): string {
  if (text.startsWith('{"')) return text
  return text.replaceAll(/\\u([\da-f]{4})|\\n/g, (_, hex) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : '\n',
  )
}

function post(rest: string): Post {
  if (!rest.startsWith('{"')) return { text: rest }
  const { at, ...fields } = JSON.parse(rest)
  return at ? { ...fields, at: new Date(at) } : fields
}

function marked(query: string, text: string): string {
  const spans = (explain(parse(query), { text }) ?? []).flatMap(({ spans }) => spans).sort((a, b) => b.from - a.from)
  return spans.reduce((so, { from, to }) => `${so.slice(0, from)}«${so.slice(from, to)}»${so.slice(to)}`, text)
}
