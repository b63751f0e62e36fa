import { afterAll, expect, test } from 'vitest'
import { acme, ada, at, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { spot } from '../../flows/woo.ts'
import { reckonSome } from '../../jobs/reckoning.ts'
import { newId } from '../../lib/ids.ts'
import type { MeasureReading, NewObjective, Objective, Objectives } from './shapes.objectives.ts'

const { db } = await freshDatabase()
const DAY_MIN = 24 * 60
const clock = heldClock(at(0))
const opened = await openHouse(db, clock)
afterAll(opened.close)

const wanted: NewObjective = {
  result: 'Who complained buys from us again',
  kind: 'reputation',
  measure: 'won-back',
  baseline: 0,
  target: 4,
  due: '2026-12-24',
}
const all = async (kit: Caller) => (await kit.call('GET', '/objectives')).body as never as Objectives
const one = async (kit: Caller, id: string) => (await kit.call('GET', `/objectives/${id}`)).body as never as Objective
const made = async (kit: Caller, more: Partial<NewObjective> = {}) =>
  (await kit.call('POST', '/objectives', { ...wanted, ...more })).body as never as Objective

test('what is made stands there, with its owner, and where we are: nowhere yet', async () => {
  const kit = await founder(opened)
  const { id } = await made(kit, { unitValue: { cents: 4_000, currency: 'EUR' } })
  const [first] = (await all(kit)).items
  expect(first).toMatchObject({ ...wanted, id, unit: 'count', value: 0, letGoAt: null, serving: 0 })
  expect(first).toMatchObject({ owner: { name: 'Kit' }, unitValue: { cents: 4_000, currency: 'EUR' } })
  expect(first?.where).toMatchObject({ share: 0, expected: 0 })
})

const refusals: [what: string, more: Partial<NewObjective>, field: string, why: RegExp][] = [
  ['followers as a measure', { measure: 'followers' }, 'measure', /costs nothing/],
  ['a vanity in German', { measure: 'mehr Reichweite' }, 'measure', /might have seen/],
  ['a vanity in the sentence', { result: '10,000 followers by June' }, 'result', /costs nothing/],
  ['a measure that nobody knows', { measure: 'horoscope' }, 'measure', /one of these/],
  ['yesterday', { due: '2026-05-31' }, 'due', /still to come/],
  ['a stranger as its owner', { owner: newId() }, 'owner', /colleague/],
  ['a target where we are', { target: 0 }, 'target', /already/],
]
test.each(refusals)('%s is refused', async (_what, more, field, why) => {
  const kit = await founder(opened)
  const { status, body } = await kit.call('POST', '/objectives', { ...wanted, ...more })
  expect([status, (body as never as { field: string }).field]).toEqual([422, field])
  expect(body.detail).toMatch(why)
  expect((await all(kit)).items).toEqual([])
})

test('what is typed is read: a vanity with what is behind it, else what it may mean and where that stands', async () => {
  const kit = await founder(opened)
  const read = async (text: string) =>
    (await kit.call('POST', '/objectives/reading', { text })).body as never as MeasureReading
  expect(await read('more fans')).toMatchObject({
    vanity: { is: 'followers', word: 'fans' },
    proposals: ['sign-ups', 'orders', 'meetings'],
  })
  expect(await read('Antworten am selben Tag')).toMatchObject({
    vanity: null,
    proposals: ['answered-in-time'],
    today: { 'answered-in-time': null },
  })
  expect(await read('Bestellungen')).toMatchObject({ vanity: null, proposals: ['orders'], today: { orders: 0 } })
})

test('a number that was told is where we are, and taking it back is exact', async () => {
  const kit = await founder(opened)
  const { id } = await made(kit, { measure: 'told', baseline: 12.5, target: 5 })
  expect((await one(kit, id)).where.is).toBe('unknown')
  await kit.call('PUT', `/objectives/${id}/number`, { number: 10 })
  clock.move(60_000)
  await kit.call('PUT', `/objectives/${id}/number`, { number: 5 })
  expect(await one(kit, id)).toMatchObject({
    value: 5,
    where: { is: 'reached' },
    moved: [{ number: 5 }, { number: 10 }],
  })
  await kit.call('DELETE', `/objectives/${id}/number`)
  expect(await one(kit, id)).toMatchObject({ value: 10, moved: [{ is: 'told', number: 10, by: { name: 'Kit' } }] })
  const counted = await made(kit)
  expect((await kit.call('PUT', `/objectives/${counted.id}/number`, { number: 3 })).status).toBe(409)
})

test('who was won back since it was made counts, with their name', async () => {
  const kit = await founder(opened)
  const { say } = await squareRoom(opened, kit.workspace)
  await say(said('b', bo, 'crushed again'))
  const person = (await kit.call('GET', '/people?q=bo')).body.items?.[0]?.id
  for (const onDay of ['2026-05-30', '2026-05-31'])
    await kit.call('POST', `/people/${person}/moments`, { kind: 'hiccup', text: 'crushed', onDay })
  await db.in(kit.workspace, (tx) => spot(tx, clock.now(), newId))
  const { id } = await made(kit)
  clock.move(60_000)
  const wooing = (await kit.call('GET', '/wooings')).body.items?.[0]?.id
  for (const step of ['acknowledged', 'won-back']) await kit.call('PUT', `/wooings/${wooing}/step`, { step })
  clock.move(60_000)
  expect(await one(kit, id)).toMatchObject({
    value: 1,
    where: { share: 0.25 },
    moved: [{ is: 'won-back', person: { name: 'Bo' } }],
  })
})

test('what was written down for it counts, and stands beneath it until it is disputed', async () => {
  const kit = await founder(opened)
  const { say } = await squareRoom(opened, kit.workspace)
  await say(said('b', bo, 'may I have a cake?'))
  const conversation = (await kit.call('GET', '/conversations')).body.items?.[0]?.id
  const { id } = await made(kit, { measure: 'orders' })
  clock.move(60_000)
  const outcome = (await kit.call('POST', '/outcomes', { objective: id, conversation, what: 'a cake' })).body.id
  clock.move(60_000)
  expect(await one(kit, id)).toMatchObject({
    value: 1,
    moved: [{ is: 'outcome', what: 'a cake', person: { name: 'Bo' }, conversation }],
  })
  await kit.call('PUT', `/outcomes/${outcome}/dispute`, { why: 'it was for somebody else' })
  expect(await one(kit, id)).toMatchObject({ value: 0, moved: [] })
})

test('our share of voice is that of the last four weeks, and unknown while no other is named', async () => {
  const kit = await founder(opened)
  const { say, roomId } = await squareRoom(opened, kit.workspace)
  await say(said('b', bo, 'hello'))
  const listener = async (name: string) => (await kit.call('POST', '/listeners', { name, query: name })).body.id
  const [ours, theirs] = [await listener('acme'), await listener('rival')]
  const heard = (listener: string, daysAgo: number, many: number) =>
    db.in(kit.workspace, (tx) =>
      tx.run(sql`
        insert into voice_day (workspace_id, listener_id, day, room_id, topic, tone, said)
        values (${kit.workspace}, ${listener}, ${clock.now()}::date - ${daysAgo}::integer, ${roomId}, '', 'plain', ${many})`),
    )
  await heard(ours, 0, 2)
  await heard(ours, 27, 1)
  await heard(ours, 28, 100)
  await heard(theirs, 1, 9)
  const { id } = await made(kit, { measure: 'voice', baseline: 10, target: 50 })
  expect(await one(kit, id)).toMatchObject({ value: null })
  await kit.call('PUT', `/listeners/${theirs}/whose`, { anothers: true })
  expect(await one(kit, id)).toMatchObject({ value: 25 })
})

test('every week of answers in time is what plain SQL counts', async () => {
  const kit = await founder(opened)
  const { say } = await squareRoom(opened, kit.workspace)
  const start = clock.now()
  const { id } = await made(kit, { measure: 'answered-in-time', baseline: 10, target: 90 })
  // Two or three questions a day for six weeks: the first is answered within the hour, the second after two days, the third never.
  const hour = (day: number, hours: number) => new Date(start.getTime() + (day * 24 + hours) * 3_600_000)
  const words = Array.from({ length: 42 }, (_, day) => {
    const asks = (n: number) =>
      said(`q${day}-${n}`, { ...ada, id: `a${day}-${n}` }, `Is loaf ${day} back?`, { at: hour(day, n) })
    const answers = (n: number, at: Date) => said(`r${day}-${n}`, acme, 'It is.', { at, inReplyTo: `q${day}-${n}` })
    const third = day % 3 === 0 ? [asks(3)] : []
    return [asks(1), asks(2), ...third, answers(1, hour(day, 2)), answers(2, hour(day + 2, 3))]
  })
  for (const word of words.flat().toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    clock.move(Math.max(0, word.at.getTime() - clock.now().getTime()))
    await say(word)
  }
  clock.move(hour(42, 0).getTime() - clock.now().getTime())
  await reckonSome(db)
  const { points, value, moved } = await one(kit, id)
  expect(points.length).toBe(7)
  for (const point of points) {
    const plain = await db.look(kit.workspace, (tx) =>
      tx.row<{ share: number | null }>(sql`
        select 100.0 * count(*) filter (where answered <= at + interval '1 day') / nullif(count(*), 0) as share
        from (
          select m.at, (select min(ours.at) from message ours where ours.conversation_id = m.conversation_id and ours.us) as answered
          from message m where not m.us and 'question' = any(labels)
        ) q
        where least(answered, at + interval '1 day') > ${point.at}::timestamptz - interval '28 days'
          and least(answered, at + interval '1 day') <= ${point.at}`),
    )
    expect([point.at, point.value]).toEqual([
      point.at,
      plain?.share == null ? null : expect.closeTo(Number(plain.share), 9),
    ])
  }
  expect(value).toBe(points.at(-1)?.value)
  expect(value).toBeCloseTo((100 * 28) / (28 * 2 + 9), 0)
  expect(moved).toMatchObject([{ is: 'room', room: { name: 'The square' }, lately: { inTime: 28, promised: 0 } }])
})

test('what nobody asked for four weeks has stopped, and only then', async () => {
  const kit = await founder(opened)
  const { id } = await made(kit, { measure: 'unasked' })
  const asked = clock.now()
  await db.in(kit.workspace, async (tx) => {
    for (const [asks, back] of [
      [3, 0],
      [2, 0],
      [9, 40],
    ] as const) {
      const question = newId()
      await tx.run(sql`
        insert into question (id, workspace_id, root, wording, version, made_at, asked, last_at)
        values (${question}, ${tx.workspace}, ${question}, 'When?', 1, ${asked}, ${asks}, ${new Date(asked.getTime() - back * DAY_MIN * 60_000)})`)
    }
  })
  clock.move(27 * DAY_MIN * 60_000)
  expect((await one(kit, id)).value).toBe(0)
  clock.move(1 * DAY_MIN * 60_000)
  expect(await one(kit, id)).toMatchObject({
    value: 1,
    moved: [{ is: 'unasked', question: { name: 'When?', asked: 3 } }],
  })
})

test('letting go and taking up again; nothing is tied to what was let go, and what served it serves none', async () => {
  const kit = await founder(opened)
  const { roomId } = await squareRoom(opened, kit.workspace)
  const { id } = await made(kit)
  expect((await all(kit)).servingNone).toMatchObject([{ is: 'room', id: roomId, name: 'The square' }])
  await kit.call('PUT', `/rooms/${roomId}/objective`, { objective: id })
  expect(await all(kit)).toMatchObject({ servingNone: [], items: [{ serving: 1 }] })
  expect(await one(kit, id)).toMatchObject({ servants: [{ is: 'room', id: roomId }] })
  await kit.call('PUT', `/objectives/${id}/letting-go`)
  expect(await all(kit)).toMatchObject({
    servingNone: [{ id: roomId }],
    items: [{ letGoAt: clock.now().toISOString() }],
  })
  expect((await kit.call('PUT', `/rooms/${roomId}/objective`, { objective: id })).status).toBe(409)
  await kit.call('DELETE', `/objectives/${id}/letting-go`)
  expect((await all(kit)).servingNone).toEqual([])
})

test('a brief that somebody worked on is asked about once', async () => {
  const kit = await founder(opened)
  const question = newId()
  await db.in(kit.workspace, (tx) =>
    tx.run(sql`
      insert into question (id, workspace_id, root, wording, version, made_at, asked)
      values (${question}, ${tx.workspace}, ${question}, 'When do you open?', 1, ${clock.now()}, 3)`),
  )
  expect((await all(kit)).servingNone).toEqual([])
  await kit.call('PUT', `/questions/${question}/answer`, { text: 'At six.', reviewOn: '2027-01-01' })
  expect((await all(kit)).servingNone).toMatchObject([{ is: 'question', id: question, name: 'When do you open?' }])
  await kit.call('PUT', `/questions/${question}/brief/letting-go`)
  expect((await all(kit)).servingNone).toEqual([])
  await kit.call('DELETE', `/questions/${question}/brief/letting-go`)
  const { id } = await made(kit)
  await kit.call('PUT', `/questions/${question}/objective`, { objective: id })
  expect(await one(kit, id)).toMatchObject({ servants: [{ is: 'question', name: 'When do you open?' }] })
})

test('an objective is changed, but not what it is measured by, and of two workspaces each has its own', async () => {
  const kit = await founder(opened)
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const { id } = await made(kit)
  const changed = await ana.call('PUT', `/objectives/${id}`, { ...wanted, target: 8, owner: ana.teammate })
  expect(changed.body).toMatchObject({ target: 8, owner: { name: 'Ana the teammate' } })
  expect((await kit.call('PUT', `/objectives/${id}`, { ...wanted, measure: 'orders' })).status).toBe(422)
  const other = await founder(opened)
  expect((await other.call('GET', `/objectives/${id}`)).status).toBe(404)
  const { roomId } = await squareRoom(opened, other.workspace)
  expect((await other.call('PUT', `/rooms/${roomId}/objective`, { objective: id })).status).toBe(404)
})
