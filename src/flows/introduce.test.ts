import { beforeAll, describe, expect, test } from 'vitest'
import { acme, ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Introductions } from '../api/people/shapes.introductions.ts'
import { placeSome } from '../jobs/placing.ts'
import { newId } from '../lib/ids.ts'
import { grouping } from './group.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(600))
const opened = await openHouse(db, clock)
const DAY_MS = 86_400_000
const named = (id: string, name: string) => ({ ...ada, id, name, handle: `${id}.example` })
const [edith, tom, yuki] = [named('edith', 'Edith'), named('tom', 'Tom'), named('yuki', 'Yuki')]
let kit: Caller
let say: Awaited<ReturnType<typeof squareRoom>>['say']
const ids: Record<string, string> = {}

beforeAll(async () => {
  kit = await founder(opened)
  ;({ say } = await squareRoom(opened, kit.workspace))
  await say(
    said('1', ada, 'What time do you open on Saturdays?'),
    said('2', bo, 'Half past six, at the side door.', { at: at(5), inReplyTo: '1', reasons: [] }),
    said('3', edith, 'what time do you open on saturdays', { at: at(30) }),
    said('4', tom, 'The bread was lovely.', { at: at(40) }),
    said('5', yuki, 'Good morning!', { at: at(45) }),
    said('6', acme, 'Good morning, Yuki!', { at: at(46), inReplyTo: '5' }),
  )
  await placeSome({ db, questions: grouping(newId), clock })
  for (const name of ['ada', 'bo', 'edith', 'tom', 'yuki'])
    ids[name] = (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id ?? ''
})

test('two who ask the same are proposed', async () => {
  expect(await proposed()).toEqual([['Ada', 'Edith', 'same-question']])
})

test('who solved it for another binds more; who talked with them already is left out', async () => {
  const answer = (await kit.call('GET', '/friends')).body as unknown as { proposed: { id: string }[] }
  await kit.call('POST', `/people/${ids.bo}/deeds`, { kind: 'answered', message: answer.proposed[0]?.id })
  expect(await proposed()).toEqual([['Bo', 'Edith', 'solved']])
})

test('what two like brings them together, unless it is private or they are no humans', async () => {
  const likes = (who: string, text: string, sensitivity = 'ordinary') =>
    kit.call('POST', `/people/${ids[who]}/moments`, { kind: 'interest', text, sensitivity })
  await likes('tom', 'Sings in the harbour choir')
  await likes('yuki', 'Looks for a choir', 'private')
  expect(await proposed()).toHaveLength(1)
  await likes('yuki', 'Sang in a choir at home')
  expect(await proposed()).toContainEqual(['Tom', 'Yuki', 'interest'])
  await kit.call('PUT', `/people/${ids.yuki}/kind`, { kind: 'bot' })
  expect(await proposed()).toHaveLength(1)
  await kit.call('PUT', `/people/${ids.yuki}/kind`, { kind: 'human' })
})

test('both are asked separately, and the note is written only when both said yes', async () => {
  const id = await begin('tom', 'yuki')
  expect(await standing(id)).toBe('asking')
  await side(id, 'tom', null)
  await side(id, 'tom', 'yes')
  expect((await kit.call('PUT', `/introductions/${id}/note`)).body.detail).toMatch('both have said yes')
  await side(id, 'yuki', 'yes')
  expect(await standing(id)).toBe('agreed')
  await kit.call('PUT', `/introductions/${id}/note`)
  expect(await standing(id)).toBe('written')
  expect((await side(id, 'tom', 'no')).status).toBe(409)
})

test('after a fortnight the desk looks whether they talk', async () => {
  const { items } = await all()
  clock.move(15 * DAY_MS)
  expect(await standing(items[0]?.id)).toBe('silent')
  const now = clock.now()
  await say(
    said('7', tom, 'Yuki, Thursdays at seven!', { at: now, inReplyTo: '5', reasons: [] }),
    said('8', yuki, 'I come!', { at: now, inReplyTo: '7', reasons: [] }),
  )
  expect(await standing(items[0]?.id)).toBe('talking')
})

test('who never wants an introduction is proposed to nobody again, and what they said stays', async () => {
  const id = await begin('bo', 'edith')
  await side(id, 'edith', 'never')
  expect(await standing(id)).toBe('declined')
  expect(await proposed()).toEqual([])
  expect((await kit.call('DELETE', `/introductions/${id}`)).status).toBe(409)
  const again = { one: ids.edith, other: ids.yuki, why: 'interest', about: 'choir' }
  expect((await kit.call('POST', '/introductions', again)).status).toBe(409)
})

test('said by mistake, it is taken back, and the introduction with it', async () => {
  const { items } = await all()
  const id = items.find(({ standing }) => standing === 'declined')?.id ?? ''
  await kit.call('DELETE', `/introductions/${id}/side?person=${ids.edith}`)
  expect((await kit.call('DELETE', `/introductions/${id}`)).status).toBe(200)
  expect(await proposed()).toEqual([['Bo', 'Edith', 'solved']])
})

describe('by what their profiles say', () => {
  const bios: [who: string, bio: string][] = [
    ['wren', 'Baker from Leeds'],
    ['finch', 'Leeds-based, two cats'],
    ['ivy', 'Arbeitet als Bäckerin'],
  ]
  const whys = async (who: string) => (await proposed()).filter((it) => it.includes(who))

  beforeAll(async () => {
    for (const [n, [who, bio]] of bios.entries()) {
      await say(said(`bio ${n}`, { ...named(who, who), about: { bio, links: [] } }, 'Hello!', { at: clock.now() }))
      ids[who] = (await kit.call('GET', `/people?q=${who}`)).body.items?.[0]?.id ?? ''
    }
  })

  test('a trade in common binds more than a place, and both show the words that said it', async () => {
    const it = (await all()).proposed.find(({ why }) => why === 'trade')
    expect([it?.one.name, it?.other.name].sort()).toEqual(['ivy', 'wren'])
    expect(Object.values(it?.said ?? {}).sort()).toEqual(['Arbeitet als Bäckerin', 'Baker from Leeds'])
  })

  test('a dismissed pair is proposed no more, and nobody declined by it', async () => {
    const id = await begin('ivy', 'wren', true)
    expect(await whys('wren')).toEqual([['finch', 'wren', 'place']])
    expect((await all()).items.map((it) => it.id)).not.toContain(id)
    expect((await side(id, 'wren', 'no')).body.detail).toMatch('was dismissed')
    const again = { one: ids.ivy, other: ids.wren, why: 'trade', about: 'baker' }
    expect((await kit.call('POST', '/introductions', again)).status).toBe(409)
    const { body } = await kit.call('GET', `/people/${ids.wren}/everything`)
    expect(body).toMatchObject({ held: { introductions: [{ why: 'trade', dismissed: true, said: null }] } })
  })

  test('a dismissal that is taken back brings the pair again', async () => {
    const id = await begin('finch', 'wren', true)
    expect(await whys('wren')).toEqual([])
    expect((await kit.call('DELETE', `/introductions/${id}`)).status).toBe(200)
    expect(await whys('wren')).toEqual([['finch', 'wren', 'place']])
  })

  test('who is no human is bound by no profile', async () => {
    await kit.call('PUT', `/people/${ids.finch}/kind`, { kind: 'bot' })
    expect(await whys('wren')).toEqual([])
  })
})

const all = async () => (await kit.call('GET', '/introductions')).body as unknown as Introductions
const proposed = async () =>
  (await all()).proposed.map(({ one, other, why }) => [...[one.name, other.name].sort(), why])
const standing = async (id?: string) => (await all()).items.find((it) => it.id === id)?.standing
const side = (id: string, who: string, said: string | null) =>
  kit.call('PUT', `/introductions/${id}/side`, { person: ids[who], said })
async function begin(one: string, other: string, dismissed = false): Promise<string> {
  const found = (await all()).proposed.find((it) =>
    [ids[one], ids[other]].every((id) => id === it.one.id || id === it.other.id),
  )
  const asked = { one: found?.one.id, other: found?.other.id, why: found?.why, about: found?.about, dismissed }
  return (await kit.call('POST', '/introductions', asked)).body.id
}
