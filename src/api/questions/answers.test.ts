import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { grouping } from '../../flows/group.ts'
import { placeSome } from '../../jobs/placing.ts'
import { newId } from '../../lib/ids.ts'
import type { Answer, Ready } from './shapes.answers.ts'
import type { Question } from './shapes.questions.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
const questions = grouping(newId)
afterAll(opened.close)

const words = 'The almond cake is back every Friday.'

/** An answer is kept for the cake; Bo asks for it anew. */
async function kept() {
  const kit = await founder(opened)
  const room = await squareRoom(opened, kit.workspace)
  await room.say(said('a', ada, 'Is the almond cake back?'), said('d', ada, 'Where does my parcel hide?'))
  await placeSome({ db, clock, questions })
  const items = (await kit.call('GET', '/questions')).body.items as never as Question[]
  const cake = items.find(({ name }) => /almond/.test(name)) as Question
  const parcel = items.find(({ name }) => /parcel/.test(name)) as Question
  const keep = (text: string, more: object = {}) =>
    kit.call('PUT', `/questions/${cake.id}/answer`, { text, reviewOn: '2026-09-01', ...more })
  await keep(words)
  const asks = async (id: string, text: string) => {
    await room.say(said(id, bo, text, { at: at(50) }))
    const lines = (await kit.call('GET', '/conversations?order=newest')).body.items
    return lines.find(({ preview }) => preview === text)?.id as string
  }
  const ready = async (conversation: string) =>
    (await kit.call('GET', `/conversations/${conversation}/answers`)).body as never as Ready
  return { kit, room, cake, parcel, keep, asks, ready }
}

test('an answer is kept with who gave it, who sees to it and until when', async () => {
  const { kit, cake } = await kept()
  const { answer } = (await kit.call('GET', `/questions/${cake.id}`)).body as never as Question
  expect(answer).toMatchObject({
    version: 1,
    text: words,
    by: { name: 'Kit' },
    owner: { name: 'Kit' },
    reviewOn: '2026-09-01',
    reviewDue: false,
  })
})

test('other words are the next version, and those before are not lost', async () => {
  const { kit, cake, keep } = await kept()
  const ana = await colleague(opened, kit.workspace, 'teammate')
  await keep('On Fridays from nine.', { owner: ana.teammate })
  await keep('On Fridays from nine.', { owner: ana.teammate })
  const { items } = (await kit.call('GET', `/questions/${cake.id}/answers`)).body as never as { items: Answer[] }
  expect(items.map(({ version, text }) => [version, text])).toEqual([
    [2, 'On Fridays from nine.'],
    [1, words],
  ])
})

test('when its day has come, it is to be looked at again', async () => {
  const { kit, cake } = await kept()
  clock.move(100 * 86_400_000)
  const { answer } = (await kit.call('GET', `/questions/${cake.id}`)).body as never as Question
  clock.move(-100 * 86_400_000)
  expect(answer?.reviewDue).toBe(true)
})

test('it stands ready where somebody asks the same, and nowhere else', async () => {
  const { cake, asks, ready } = await kept()
  const same = await ready(await asks('b', 'is the almond cake back yet?'))
  expect(same).toMatchObject({ items: [{ text: words, question: { id: cake.id } }], hurt: null })
  expect((await ready(await asks('c', 'Do you take dogs inside on a Sunday?'))).items).toEqual([])
})

test('unchanged it does not go to somebody who is angry or grieving; in words of ours it does', async () => {
  const { kit, asks, ready } = await kept()
  const conversation = await asks('e', 'Is the almond cake back?')
  const message = (await kit.call('GET', `/conversations/${conversation}`)).body.thread[0]?.id
  await kit.call('PUT', `/messages/${message}/understanding`, { loss: true })
  expect((await ready(conversation)).hurt).toBe('grieving')
  const send = (text: string) => kit.call('POST', `/conversations/${conversation}/replies`, { text })
  expect(await send(words)).toMatchObject({
    status: 422,
    body: {
      detail: 'Bo wrote of a loss, and this is a kept answer word for word. Say it in your own words first.',
      field: 'text',
    },
  })
  expect((await send(`Bo, we are sorry. ${words}`)).status).toBe(201)
})

test('to everybody else it goes as it stands', async () => {
  const { kit, asks } = await kept()
  const conversation = await asks('f', 'is the almond cake back?')
  expect((await kit.call('POST', `/conversations/${conversation}/replies`, { text: words })).status).toBe(201)
})

test('joined with another, the question still has its answer; a part keeps none of its own', async () => {
  const { kit, cake, parcel, keep, asks, ready } = await kept()
  await kit.call('POST', `/questions/${parcel.id}/joins`, { from: cake.id })
  const { answer } = (await kit.call('GET', `/questions/${parcel.id}`)).body as never as Question
  expect(answer?.text).toBe(words)
  expect((await ready(await asks('g', 'is the almond cake back?'))).items[0]?.question.id).toBe(parcel.id)
  expect((await keep('Elsewhere.')).status).toBe(409)
})

test('bad answers are refused in words', async () => {
  const { kit, cake, parcel, keep } = await kept()
  expect(await keep(' ')).toMatchObject({ status: 422, body: { field: 'text' } })
  expect(await keep('x', { reviewOn: '2026-01-01' })).toMatchObject({ status: 422, body: { field: 'reviewOn' } })
  expect(await keep('x', { owner: newId() })).toMatchObject({ status: 422, body: { field: 'owner' } })
  expect((await kit.call('DELETE', `/questions/${parcel.id}/answer`)).status).toBe(404)
  expect((await kit.call('DELETE', `/questions/${cake.id}/answer`)).status).toBe(200)
  expect((await kit.call('GET', `/questions/${cake.id}/answers`)).body.items).toEqual([])
})
