import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { at, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { heldClock, squareRoom } from '../../test/house.ts'
import { sql, type Tx } from '../db/db.ts'
import { linesOfPeople } from '../domain/conversation/conversation.list.ts'
import type { Author } from '../domain/message/heard.ts'
import { oneHuman } from '../domain/person/joining.store.ts'
import { likelySame } from '../domain/person/likely.read.ts'
import { person } from '../domain/person/person.read.ts'
import { type Id, newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { hear } from './hear.ts'
import { joinPeople, setConsent, takePeopleApart } from './join-people.ts'

const { db } = await freshDatabase()
let workspace: string
let kit: string
let rooms: Record<string, Id>
let many = 0

beforeAll(async () => {
  ;({ workspace, kit } = await freshWorkspace(db))
  rooms = {}
  for (const channel of ['square', 'forum', 'x']) {
    const { roomId } = await squareRoom(
      { house: { db, clock: heldClock(noon), seal: sealWith('test') } as never },
      workspace,
    )
    await db.in(workspace, (tx) => tx.run(sql`update room set channel = ${channel} where id = ${roomId}`))
    rooms[channel] = roomId
  }
})

test('one human has all their names, conversations and messages, and every old address leads to them', async () => {
  const [ada, adaElsewhere] = [await met('square', 'ada lind'), await met('forum', 'someone')]
  await inside((tx) => joined(tx, ada, adaElsewhere))
  for (const id of [ada, adaElsewhere])
    expect(await inside((tx) => person(tx, id))).toMatchObject({
      id: ada,
      name: 'ada lind',
      messages: 2,
      identities: [{}, {}],
    })
  const lines = await inside(async (tx) => linesOfPeople(tx, await oneHuman(tx, ada), 10))
  expect(lines.map((line) => line.person?.name)).toEqual(['ada lind', 'ada lind'])
})

test('the same rare handle and name is suggested until somebody says no', async () => {
  const [one, two] = [await met('square', 'quillfeather'), await met('forum', 'quillfeather')]
  const found = await inside((tx) => likelySame(tx, one))
  expect(found).toMatchObject([{ id: two, evidence: [{ kind: 'handle' }, { kind: 'name' }] }])
})

test('who says in a message that they are somebody else too is suggested on both sides, and joined by nobody', async () => {
  const sparrow = await met('square', 'sparrow.of.acme', { name: 'Sparrow' })
  const plain = await met('forum', 'cake-friday', { name: null }, "hello, I'm @sparrow.of.acme over there too")
  for (const [one, other] of [
    [sparrow, plain],
    [plain, sparrow],
  ] as const) {
    const [found] = await inside((tx) => likelySame(tx, one))
    expect(found).toMatchObject({ id: other, evidence: [{ kind: 'said', value: 'sparrow.of.acme', in: {} }] })
  }
  expect(await inside((tx) => oneHuman(tx, plain))).toEqual([plain])
})

test('two pages that name each other are joined as they are heard, and nothing less is', async () => {
  const page = 'https://forum.example/wren'
  const wren = await met('forum', 'wren', { url: page })
  const claimed = await met('square', 'notwren', { about: { bio: null, links: [{ url: page, proven: false }] } })
  const proven = await met('square', 'wrenofficial', { about: { bio: null, links: [{ url: page, proven: true }] } })
  expect(await inside((tx) => oneHuman(tx, proven))).toEqual([wren, proven])
  expect(await inside((tx) => oneHuman(tx, claimed))).toEqual([claimed])
  expect((await inside((tx) => person(tx, wren)))?.joins).toMatchObject([
    { by: null, evidence: [{ kind: 'each-other' }, { kind: 'name' }] },
  ])
})

test('the page that is named may be heard after the one that names it', async () => {
  const page = 'https://forum.example/finch'
  const naming = await met('square', 'finchling', { about: { bio: null, links: [{ url: page, proven: true }] } })
  const named = await met('forum', 'finch', { url: page })
  expect((await inside((tx) => oneHuman(tx, named))).toSorted()).toEqual([naming, named].toSorted())
})

test('no proof joins a name on X without consent', async () => {
  const page = 'https://x.example/wryneck'
  const x = await met('x', 'wryneck', { url: page })
  const naming = await met('square', 'wrynecks', { about: { bio: null, links: [{ url: page, proven: true }] } })
  expect(await inside((tx) => oneHuman(tx, naming))).toEqual([naming])
  expect(await inside((tx) => oneHuman(tx, x))).toEqual([x])
})

test('a name on X is linked only with consent, and no longer when it is taken back', async () => {
  const [mail, x] = [await met('forum', 'ivy'), await met('x', 'ivy')]
  expect(await inside((tx) => joined(tx, mail, x))).toMatchObject({ is: 'without-consent' })
  const name = (await inside((tx) => person(tx, x)))?.identities[0]?.id ?? ''
  await inside((tx) => setConsent(tx, name, { how: 'said so on the phone' }, { by: kit, at: noon }))
  expect(await inside((tx) => joined(tx, mail, x))).toMatchObject({ is: 'joined' })
  await inside((tx) => setConsent(tx, name, null, { by: kit, at: noon }))
  expect(await inside((tx) => oneHuman(tx, mail))).toEqual([mail])
})

const steps = fc.array(
  fc.oneof(
    fc.record({ is: fc.constant('join' as const), keep: fc.nat(3), absorb: fc.nat(3) }),
    fc.record({ is: fc.constant('apart' as const), nth: fc.nat(3) }),
    fc.record({ is: fc.constant('says' as const), who: fc.nat(3) }),
  ),
  { minLength: 1, maxLength: 12 },
)

test('whatever is joined, said and taken apart: in the end everybody has what is theirs', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const names = [0, 1, 2, 3].map((n) => ({ channel: n % 2 ? 'forum' : 'square', handle: `p${n}of${++many}` }))
      const people = await Promise.all(names.map(({ channel, handle }) => met(channel, handle)))
      const messages = [1, 1, 1, 1]
      const standing: Id[] = []
      for (const step of sequence) {
        if (step.is === 'says') {
          const { channel, handle } = names[step.who] as (typeof names)[number]
          await met(channel, handle)
          messages[step.who] = (messages[step.who] ?? 0) + 1
        } else if (step.is === 'join') {
          const done = await inside((tx) => joined(tx, people[step.keep] as Id, people[step.absorb] as Id))
          if (done.is === 'joined') standing.push(done.id)
        } else if (standing[step.nth]) {
          const [id] = standing.splice(step.nth, 1)
          await inside((tx) => takePeopleApart(tx, { id: id as Id, by: kit, at: noon }))
        }
      }
      for (const id of standing.reverse()) await inside((tx) => takePeopleApart(tx, { id, by: kit, at: noon }))
      for (const [n, id] of people.entries()) {
        const handle = names[n]?.handle
        expect(await inside((tx) => person(tx, id))).toMatchObject({
          id,
          name: handle,
          messages: messages[n],
          joins: [],
          identities: [{ handle }],
        })
      }
    }),
    { numRuns: 15 },
  )
})

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.in(workspace, work)

const joined = (tx: Tx, keep: Id, absorb: Id) =>
  joinPeople(tx, { keep, absorb, evidence: [], by: kit, at: noon }, newId)

/** Somebody says something; gives whom we take them for. */
async function met(
  channel: string,
  handle: string,
  more: Partial<Author> = {},
  words = `hello from ${handle}`,
): Promise<Id> {
  const author: Author = { id: handle, handle, name: handle, avatar: null, url: null, us: false, ...more }
  const message = said(newId(), author, words, { at: at(many++) })
  const room = { id: rooms[channel] as Id, channel }
  await hear(db, { workspace, room, heard: [{ is: 'said', message }], at: noon, listening: () => [] }, newId)
  const found = await inside((tx) =>
    tx.row<{ personId: Id }>(
      sql`select person_id from identity where channel = ${channel} and external_id = ${handle}`,
    ),
  )
  return found?.personId as Id
}
