/** The cast: always the same people, in tests and in the pretend town. Ada buys, Bo is angry, Kit works here, we are Acme. */
import type { Author, Said } from '../src/domain/message/heard.ts'

export const noon = new Date('2026-06-01T12:00:00Z')
export const at = (minutesAfterNoon: number): Date => new Date(noon.getTime() + minutesAfterNoon * 60_000)

const person = (id: string, name: string): Author => ({
  id,
  handle: `${id}.example`,
  name,
  avatar: null,
  url: null,
  us: false,
})

export const ada = person('ada', 'Ada')
export const bo = person('bo', 'Bo')
export const acme: Author = { ...person('acme', 'Acme'), us: true }

/** Something said, with all that does not matter filled in. Ids double as what happened first. */
export const said = (id: string, author: Author, words: string, more: Partial<Said> = {}): Said => ({
  id,
  source: author.id,
  at: noon,
  author,
  text: words,
  title: null,
  url: null,
  langs: [],
  inReplyTo: null,
  quotes: null,
  links: [],
  mentions: [],
  tags: [],
  images: [],
  reasons: author.us ? [] : ['mention'],
  ...more,
})

/** The almond cake is asked for three times, in other words each. */
export const askedForCake: readonly Said[] = [
  said('a', ada, 'Is the almond cake back?', { at: at(0) }),
  said('b', bo, 'is the almond cake back today?', { at: at(10) }),
  said('c', ada, 'Almond cake, is it back?', { at: at(20) }),
]
