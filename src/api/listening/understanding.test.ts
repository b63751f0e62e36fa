import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { hear } from '../../flows/hear.ts'
import { understandSome } from '../../jobs/understanding.ts'
import { newId } from '../../lib/ids.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(at(60)))
afterAll(opened.close)

async function asked() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(said('a', ada, 'Is the almond cake back?', { langs: ['en'] }), said('b', bo, 'The rye was a brick.'))
  const found = async (q: string) => texts(await kit.call('GET', `/messages?q=${encodeURIComponent(q)}`))
  const id = (await kit.call('GET', '/messages?q=almond')).body.items?.[0]?.message.id as string
  return { kit, room, found, id }
}
type Found = Awaited<ReturnType<Caller['call']>>
const texts = ({ body }: Found) => body.items.map(({ message }) => message.text)
const labels = ({ body }: Found) =>
  (body as never as { understood: { labels: string[]; corrected: boolean } }).understood

test('what was understood is kept with the message, and search finds by it', async () => {
  const { kit, found } = await asked()
  expect(await found('is:question')).toEqual(['Is the almond cake back?'])
  expect(await found('-is:question')).toEqual(['The rye was a brick.'])
  expect(await found('lang:en almond')).toEqual(['Is the almond cake back?'])
  const line = (await kit.call('GET', '/conversations?order=newest')).body.items[0]?.id
  const { thread } = (await kit.call('GET', `/conversations/${line}`)).body as never as { thread: object[] }
  expect(thread[0]).toMatchObject({ understood: { corrected: false, labels: expect.any(Array) } })
})

test('a correction holds at once, is told with its teammate, and stays through an answer of the model', async () => {
  const { kit, found, id } = await asked()
  const corrected = await kit.call('PUT', `/messages/${id}/understanding`, { question: false, complaint: true })
  expect(corrected.status).toBe(200)
  expect(labels(corrected)).toMatchObject({ labels: expect.arrayContaining(['complaint']), corrected: true })
  expect(await found('is:question')).toEqual([])
  expect(await found('is:complaint almond')).toEqual(['Is the almond cake back?'])
  expect((await kit.call('GET', `/messages/${id}/understanding`)).body).toMatchObject({
    label: { question: false, complaint: true },
    by: { name: 'Kit' },
  })
})

test('a second correction adds to the first', async () => {
  const { kit, id } = await asked()
  await kit.call('PUT', `/messages/${id}/understanding`, { complaint: true })
  await kit.call('PUT', `/messages/${id}/understanding`, { question: false })
  expect((await kit.call('GET', `/messages/${id}/understanding`)).body).toMatchObject({
    label: { question: false, complaint: true },
  })
})

test('corrections teach this workspace alone, and an admin can have it forgotten', async () => {
  const { kit, id } = await asked()
  const other = await asked()
  await kit.call('PUT', `/messages/${id}/understanding`, { complaint: true })
  const taught = async (who: Caller) => (await who.call('GET', '/learned')).body
  expect([await taught(kit), await taught(other.kit)]).toEqual([{ corrections: 1 }, { corrections: 0 }])
  const ana = await colleague(opened, kit.workspace, 'teammate')
  expect((await ana.call('DELETE', '/learned')).status).toBe(403)
  expect((await kit.call('DELETE', '/learned')).body).toEqual({ corrections: 1 })
  expect(await taught(kit)).toEqual({ corrections: 0 })
})

test('bad labels are refused in words', async () => {
  const { kit, id } = await asked()
  const put = (body: object) => kit.call('PUT', `/messages/${id}/understanding`, body)
  expect(await put({})).toMatchObject({ status: 422, body: { detail: 'Say what the message is, or is not.' } })
  expect((await put({ mood: 2 })).status).toBe(422)
  expect((await put({ sarcasm: true })).status).toBe(422)
  expect((await kit.call('PUT', `/messages/${newId()}/understanding`, { question: true })).status).toBe(404)
})

test('with a message that is taken back goes what was understood and corrected of it', async () => {
  const { kit, room, id } = await asked()
  await kit.call('PUT', `/messages/${id}/understanding`, { complaint: true })
  await hear(
    db,
    {
      workspace: kit.workspace,
      room: { id: room.roomId, channel: 'square' },
      heard: [{ is: 'deleted', source: 'ada', id: 'a', at: at(60) }],
      at: at(60),
      listening: () => [],
    },
    newId,
  )
  const left = await db.in(kit.workspace, (tx) =>
    tx.row(sql`
      select language, labels, mood, urgency, (select count(*) from correction where message_id = m.id) as corrections
      from message m where id = ${id}`),
  )
  expect(left).toEqual({ language: null, labels: [], mood: null, urgency: null, corrections: 0 })
  expect((await kit.call('GET', `/messages/${id}/understanding`)).status).toBe(404)
})

test('an edit is understood anew', async () => {
  const { kit, room, found } = await asked()
  const message = said('a', ada, 'The almond cake is back.')
  await hear(
    db,
    {
      workspace: kit.workspace,
      room: { id: room.roomId, channel: 'square' },
      heard: [{ is: 'edited', message }],
      at: at(60),
      listening: () => [],
    },
    newId,
  )
  expect(await found('is:question')).toEqual([])
})

test('what was filed before it could be understood is found and understood', async () => {
  const { kit, found } = await asked()
  await db.in(kit.workspace, (tx) => tx.run(sql`update message set mood = null, labels = '{}'`))
  expect(await found('is:question')).toEqual([])
  expect(await understandSome(db)).toBe(2)
  expect(await understandSome(db)).toBe(0)
  expect(await found('is:question')).toEqual(['Is the almond cake back?'])
})

test('who waits unanswered and loses patience is shown as irritated in the list, with the reason', async () => {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  const words = [
    'Hello, is my order ready?',
    'Hello?',
    'Still nothing?',
    'I asked three times.',
    'This is a disgrace.',
    'Terrible.',
  ]
  for (const [n, text] of words.entries())
    await room.say(said(`m${n}`, ada, text, { at: at(n), ...(n > 0 && { inReplyTo: 'm0' }) }))
  const [line] = (await kit.call('GET', '/conversations')).body.items
  expect(line).toMatchObject({ irritation: { unanswered: 6, how: expect.stringContaining('irritated') } })
})
