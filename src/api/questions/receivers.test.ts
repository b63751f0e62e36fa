import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { claim, settle } from '../../domain/push/push.store.ts'
import { grouping } from '../../flows/group.ts'
import { hear } from '../../flows/hear.ts'
import { placeSome } from '../../jobs/placing.ts'
import { pushDue } from '../../jobs/pushing.ts'
import { newId } from '../../lib/ids.ts'
import { verify } from '../../lib/signed.ts'
import type * as shapes from './shapes.receivers.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)

/** A program of others. It answers with what is put in `answers`, with 200 when they are used up. */
const came: { headers: IncomingHttpHeaders; body: Buffer }[] = []
const answers: number[] = []
const cms = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray())
  came.push({ headers: request.headers, body })
  response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end('thank you')
})
beforeAll(() => once(cms.listen(0, '127.0.0.1'), 'listening'))
afterAll(async () => {
  cms.close()
  await opened.close()
})

/** Kit's question about the cake, and the program that is told of it. */
async function bakery() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(said('a', ada, 'when is the almond cake back?'), said('b', bo, 'is the almond cake back?'))
  await placeSome({ db, questions: grouping(newId), clock })
  const question = (await kit.call('GET', '/questions')).body.items?.[0]?.id
  const url = `http://127.0.0.1:${(cms.address() as AddressInfo).port}/hook`
  const { body } = await kit.call('POST', '/receivers', { name: 'Our pages', url })
  const { receiver, secret } = body as never as shapes.MadeReceiver
  const push = async () =>
    (await kit.call('POST', `/questions/${question}/brief/pushes`, { receiver: receiver.id })).body
  const pushes = async () => {
    const { items } = (await kit.call('GET', `/questions/${question}/brief/pushes`)).body
    return items as never as shapes.Push[]
  }
  const leave = () => pushDue({ db, clock, seal: opened.house.seal, kit: opened.house.kit })
  came.length = 0
  return { kit, room, question, receiver, secret, push, pushes, leave }
}

test('a brief is pushed: signed as Standard Webhooks has it, once, and what became of it is shown', async () => {
  const { question, secret, push, pushes, leave } = await bakery()
  const queued = await push()
  expect(await leave()).toBe(1)
  expect(await leave()).toBe(0)
  const [{ headers, body } = { headers: {}, body: Buffer.of() }] = came
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((it) => String(headers[`webhook-${it}`]))
  const message = { id: id ?? null, timestamp: timestamp ?? null, signature: signature ?? null, body }
  expect(verify(message, [secret], clock.now())).toEqual({ is: 'genuine', id: queued.id })
  expect(JSON.parse(body.toString())).toMatchObject({
    type: 'question.brief',
    timestamp: clock.now().toISOString(),
    data: { id: question, markdown: expect.stringContaining('> is the almond cake back?') },
  })
  expect(await pushes()).toMatchObject([{ state: 'sent', tries: 1, next: null, why: null, by: { name: 'Kit' } }])
})

test('what does not arrive is tried again under the same id, says why meanwhile, and arrives', async () => {
  const { push, pushes, leave } = await bakery()
  answers.push(500, 302)
  await push()
  await leave()
  expect(await pushes()).toMatchObject([{ state: 'queued', tries: 1, why: 'It answered with 500.' }])
  expect(await leave()).toBe(0)
  clock.move(5_000)
  await leave()
  expect(await pushes()).toMatchObject([{ state: 'queued', tries: 2, why: 'It answered with 302.' }])
  clock.move(300_000)
  await leave()
  expect(await pushes()).toMatchObject([{ state: 'sent', tries: 3, why: null }])
  expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('who wants nothing more is not asked again by itself; a teammate may', async () => {
  const { kit, push, pushes, leave } = await bakery()
  answers.push(410)
  const { id } = await push()
  await leave()
  expect(await pushes()).toMatchObject([{ state: 'refused', why: expect.stringContaining('nothing more') }])
  expect((await kit.call('POST', `/pushes/${id}/again`)).status).toBe(200)
  await leave()
  expect(await pushes()).toMatchObject([{ state: 'sent' }])
  expect((await kit.call('POST', `/pushes/${id}/again`)).status).toBe(404)
})

test('a receiver that is taken away is told nothing more, also not what was on its way', async () => {
  const { kit, receiver, push, pushes, leave } = await bakery()
  await push()
  expect((await kit.call('DELETE', `/receivers/${receiver.id}`)).status).toBe(200)
  expect([await leave(), came.length]).toEqual([0, 0])
  expect(await pushes()).toMatchObject([{ state: 'refused', why: 'The receiver was taken away.' }])
  expect((await push()).detail).toBe('There is no receiver by that id.')
  expect((await kit.call('GET', '/receivers')).body.items).toEqual([])
})

test('a message is held by one sender at a time, and whoever was overtaken settles nothing', async () => {
  const { kit, push } = await bakery()
  const id = String((await push()).id)
  const lease = new Date(clock.now().getTime() + 60_000)
  const hold = (now: Date) => db.in(kit.workspace, (tx) => claim(tx, id, now, lease, opened.house.seal))
  const first = await hold(clock.now())
  expect([first?.tries, await hold(clock.now())]).toEqual([1, null])
  expect((await hold(lease))?.tries).toBe(2)
  const settled = (tries: number) => db.in(kit.workspace, (tx) => settle(tx, { id, tries }, { is: 'sent' }))
  expect([await settled(1), await settled(2)]).toEqual([0, 1])
})

test('a question that nobody asks any more is told to nobody', async () => {
  const { kit, room, push, pushes, leave } = await bakery()
  await push()
  await hear(
    db,
    {
      workspace: kit.workspace,
      room: { id: room.roomId, channel: 'square' },
      heard: [
        { is: 'deleted', source: ada.id, id: 'a', at: at(60) },
        { is: 'deleted', source: bo.id, id: 'b', at: at(60) },
      ],
      at: at(60),
      listening: () => [],
    },
    newId,
  )
  expect([await leave(), came.length]).toEqual([1, 0])
  expect(await pushes()).toMatchObject([{ state: 'refused', why: 'Nobody asks this question any more.' }])
})

test('an address that is none is refused at its field, and a secret is shown once', async () => {
  const { kit, secret } = await bakery()
  const refused = await kit.call('POST', '/receivers', { name: 'x', url: 'javascript:alert(1)' })
  expect([refused.status, (refused.body as never as { field: string }).field]).toEqual([422, 'url'])
  expect(JSON.stringify((await kit.call('GET', '/receivers')).body)).not.toContain(secret)
})
