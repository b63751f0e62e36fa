/** From a row of a file to our words. */
import { createHash } from 'node:crypto'
import type { Said } from '../../domain/message/heard.ts'
import { dateOf } from './dates.ts'
import { type Fields, fieldNames } from './rows.ts'

export type Translated = { is: 'said'; message: Said } | { is: 'bad'; why: string }

/** `us`: whose words are our own, in lower case. */
export function translate(fields: Fields, us: ReadonlySet<string>): Translated {
  const author = fields.author.trim()
  const id = author.toLowerCase()
  if (id === '') return { is: 'bad', why: 'nobody is named as its author' }
  const title = fields.title.trim()
  if (fields.text.trim() === '' && title === '') return { is: 'bad', why: 'nothing is said in it' }
  const at = dateOf(fields.at)
  if (at === null)
    return {
      is: 'bad',
      why: fields.at.trim() === '' ? 'it has no date' : `its date "${fields.at.slice(0, 60)}" can't be read`,
    }
  const messageId = idOf(fields.id) || stableId(fields)
  const parent = idOf(fields.parent)
  return {
    is: 'said',
    message: {
      id: messageId,
      source: 'archive',
      at,
      author: { id, handle: author, name: fields.name.trim() || null, avatar: null, url: null, us: us.has(id) },
      text: fields.text,
      title: title || null,
      url: /^https?:\/\//i.test(fields.url.trim()) ? fields.url.trim() : null,
      langs: [],
      inReplyTo: parent === '' || parent === messageId ? null : parent,
      quotes: null,
      links: fields.text.includes('://') ? linksIn(fields.text) : [],
      mentions: [],
      tags: [],
      images: [],
      reasons: ['room'],
    },
  }
}

/** A column with gaps turns whole numbers into `3.0` in some tools; that is the 3 of the column beside it. */
const idOf = (written: string): string => {
  const id = written.trim()
  if (id === 'nan' || id === 'null' || id === 'None') return ''
  return /^\d+\.0+$/.test(id) ? id.slice(0, id.indexOf('.')) : id
}

/** For rows without an id: the same content is the same message, whenever it is brought in. */
const stableId = (fields: Fields): string =>
  `row:${createHash('sha256')
    .update(JSON.stringify(fieldNames.map((name) => fields[name])))
    .digest('hex')
    .slice(0, 40)}`

const linksIn = (text: string): string[] => [...new Set(text.match(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'…]/gi) ?? [])]
