import { type FieldName, field, fieldValue } from '../fields.ts'
import type { Compare, Query } from '../query.ts'
import { lost, type Node, type Part } from './imported.ts'

/** How one tool's queries differ from the others'. */
export type Dialect = {
  title: string
  /** The signs that stand for letters in its words; where there are none, they are punctuation. */
  wild: '*?' | ''
  /** Whether it has an order between AND and OR; one that has none asks for brackets. */
  mixes: boolean
  /** How it compares these words. `plus`: the + before them. */
  compare(text: string, plus: number): Compare
  /** What it reads of words in quotes. */
  quoted(text: string): string
  /** Its fields, by their names in lower case. */
  fields: Readonly<Record<string, Carry>>
  /** Words that mean something of their own, where they stand alone; null: they are words. */
  alone(value: Value, tools: Tools): Node | null
}

/** The value of a field, or what stands alone. */
export type Value = Part & { text: string; how: 'bare' | 'quoted' | 'cased' | 'range'; plus: number }

/** Says a field's value in our words, where we have any. */
export type Carry = (value: Value, tools: Tools) => Node

export type Tools = {
  /** The words of a value, looked for anywhere. */
  words(value: Value): Node
  /** Carried over, but not just as it was meant. */
  changed(part: Part, node: Node, why: string, finds: 'more' | 'less' | 'other'): Node
}

/** One of our own fields; lost where it can't have that value. */
export function ours(name: FieldName, text: string, part: Part): Node {
  const value = fieldValue(text)
  const wrong = value === '' ? 'it has no value' : field(name).wrong?.(value)
  return wrong ? lost(part, wrong) : { is: 'query', query: { is: 'field', name, value } satisfies Query }
}

export const as =
  (name: FieldName): Carry =>
  (value) =>
    ours(name, value.text, value)

/** A field that no message here carries. `near`: what would come near. */
export const unknown =
  (what: string, near: string | null = null): Carry =>
  (value) =>
    lost(value, `messages here don't carry ${what}${near === null ? '' : `; ${near} comes near`}`)

/** By what the value says, in lower case. */
export const oneOf =
  (cases: Readonly<Record<string, Carry>>): Carry =>
  (value, tools) => {
    const wanted = value.text.toLowerCase()
    return Object.hasOwn(cases, wanted) && cases[wanted]
      ? cases[wanted](value, tools)
      : lost(value, `there is nothing like ${wanted} here`)
  }

/** One of our fields with a value of ours. */
export const said =
  (name: FieldName, text: string): Carry =>
  (value) =>
    ours(name, text, value)

/** The same, which is not quite what was meant. */
export const nearly =
  (carry: Carry, why: string, finds: 'more' | 'less' | 'other'): Carry =>
  (value, tools) => {
    const node = carry(value, tools)
    return node.is === 'query' ? tools.changed(value, node, why, finds) : node
  }

/** A link: its domain can be asked for, what stands after it can't. */
export const link: Carry = (value, tools) => {
  const url = URL.parse(/^[a-z]+:\/\//i.test(value.text) ? value.text : `https://${value.text}`)
  const domain = url?.hostname.replace(/^www\./, '') ?? ''
  if (!url || !domain.includes('.')) return lost(value, 'of a link only its domain can be looked for: link:example.com')
  const whole = said('link', domain)
  const partly = nearly(whole, 'of a link only its domain is looked for here', 'more')
  return (url.pathname === '/' && url.search === '' ? whole : partly)(value, tools)
}

/** The value as a hashtag or a handle. */
export const marked =
  (sign: '#' | '@'): Carry =>
  (value, { words }) =>
    words({ ...value, text: sign + value.text.replace(/^[#@]/, '').replaceAll(/\s/g, ''), how: 'bare' })
