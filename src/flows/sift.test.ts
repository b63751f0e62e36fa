import { afterAll, expect, test } from 'vitest'
import { acme, ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Author, Overheard, Passing, Said } from '../domain/message/heard.ts'
import { sift } from './sift.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(at(60)))
afterAll(opened.close)

/** A room that holds one message, `held`, of Ada's. */
async function room() {
  const kit = await founder(opened)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  await say(said('held', ada, 'Is the cake back?'))
  const here = { workspace: kit.workspace, room: { id: roomId, channel: 'square' } }
  return (heard: Overheard[], wanted: (message: Said | Passing) => string[] = () => []) =>
    sift(db, { ...here, heard, wanted: (messages) => messages.map(wanted) })
}

const goes = (
  id: string,
  words: string,
  { inReplyTo = null as string | null, author = bo as Author } = {},
): Overheard => ({
  is: 'passing',
  message: {
    id,
    source: author.id,
    text: words,
    inReplyTo,
    bare: true,
    beside: () => null,
    whole: () => said(id, author, words, { inReplyTo, reasons: [] }),
  },
})
const ids = ({ heard }: Awaited<ReturnType<typeof sift>>) =>
  heard.map((it) => ('message' in it ? it.message.id : it.is))

test('what concerns nobody goes by; what a listener wants is read', async () => {
  const sifted = await room()
  const wanted = ({ text }: { text: string }) => (text.includes('cake') ? ['a listener'] : [])
  expect(ids(await sifted([goes('a', 'good morning'), goes('b', 'cake?'), goes('c', 'rain')], wanted))).toEqual(['b'])
})

test('what a channel says is for us stays, and so do words of ours', async () => {
  const sifted = await room()
  const heard: Overheard[] = [said('a', bo, 'hello'), said('b', acme, 'hi'), said('c', bo, 'x', { reasons: [] })].map(
    (message) => ({ is: 'said', message }),
  )
  expect(ids(await sifted(heard))).toEqual(['a', 'b'])
})

test('a reply to what we hold stays, with the replies to it that came along, in their order', async () => {
  const sifted = await room()
  const heard = [
    goes('z', 'to y', { inReplyTo: 'y' }),
    goes('n', 'to nobody', { inReplyTo: 'm' }),
    goes('x', 'to held', { inReplyTo: 'held' }),
    goes('y', 'to x', { inReplyTo: 'x' }),
  ]
  expect(ids(await sifted(heard))).toEqual(['z', 'x', 'y'])
})

test('what a kept message replies to stays with it', async () => {
  const sifted = await room()
  const wanted = ({ text }: { text: string }) => (text === 'cake' ? ['a listener'] : [])
  expect(ids(await sifted([goes('p', 'before'), goes('c', 'cake', { inReplyTo: 'p' })], wanted))).toEqual(['p', 'c'])
})

test('taken back, edited or gone matters only of what we hold', async () => {
  const sifted = await room()
  const when = at(61)
  const heard: Overheard[] = [
    { is: 'deleted', source: ada.id, id: 'held', at: when },
    { is: 'deleted', source: ada.id, id: 'never heard', at: when },
    { is: 'edited', message: said('held', ada, 'Is it?', { reasons: [] }) },
    { is: 'edited', message: said('other', bo, 'x', { reasons: [] }) },
    { is: 'author', source: ada.id, authorId: ada.id, now: 'gone', at: when },
    { is: 'author', source: 'nobody', authorId: 'nobody', now: 'gone', at: when },
  ]
  expect((await sifted(heard)).heard.map((it) => it.is)).toEqual(['deleted', 'edited', 'author'])
})

test('what would be wanted and makes no sense is counted', async () => {
  const sifted = await room()
  const broken: Overheard = {
    is: 'passing',
    message: { ...(goes('a', 'cake') as { message: Passing }).message, whole: () => null },
  }
  expect(await sifted([broken, goes('b', 'x')], () => ['a listener'])).toMatchObject({
    heard: [{ is: 'said' }],
    unreadable: 1,
  })
})
