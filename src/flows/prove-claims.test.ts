import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { heldClock, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import type { Author } from '../domain/message/heard.ts'
import { oneHuman } from '../domain/person/joining.store.ts'
import { type Id, newId } from '../lib/ids.ts'
import { safeFetch } from '../lib/safe-fetch.ts'
import { sealWith } from '../lib/seal.ts'
import { hear } from './hear.ts'
import { proveClaims } from './prove-claims.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const profile = 'https://square.example/@wren'
let workspace: string
let rooms: Record<string, Id>
let site: Server
let address: string
let asked: string[]
let many = 0

beforeAll(async () => {
  ;({ workspace } = await freshWorkspace(db))
  rooms = {}
  for (const channel of ['square', 'feed']) {
    const { roomId } = await squareRoom({ house: { db, clock, seal: sealWith('test') } as never }, workspace)
    await db.in(workspace, (tx) => tx.run(sql`update room set channel = ${channel} where id = ${roomId}`))
    rooms[channel] = roomId
  }
  asked = []
  site = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.setHeader('content-type', 'text/html')
    if (request.url === '/broken') answer.statusCode = 500
    answer.end(request.url === '/wren' ? `<a rel="me" href="${profile}">me elsewhere</a>` : '<p>nobody you know</p>')
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
afterAll(() => site.close())

test('a site that names its owner back makes their feed and their profile one, and is asked for once', async () => {
  const feed = await meets('feed', 'a feed', { name: 'Wren', url: `${address}/wren` })
  const wren = await meets('square', 'wren', { name: 'Wren', url: profile, about: claiming('/wren') })
  await look(wren)
  expect((await human(wren)).toSorted()).toEqual([feed.person, wren.person].toSorted())
  await look(wren)
  expect(asked.filter((path) => path === '/wren')).toHaveLength(1)
})

test('a page that says nothing of them, or can not be had, proves nothing', async () => {
  for (const path of ['/else', '/broken']) {
    await meets('feed', `feed of ${path}`, { name: 'Finch', url: `${address}${path}` })
    const finch = await meets('square', `finch ${path}`, { name: 'Finch', url: profile, about: claiming(path) })
    await look(finch)
    expect(await human(finch)).toEqual([finch.person])
  }
})

test('without leave no private address is asked for', async () => {
  const before = asked.length
  const owl = await meets('square', 'owl', { url: profile, about: claiming('/owl') })
  await look(owl, safeFetch())
  expect(asked).toHaveLength(before)
})

type Met = { person: Id; conversation: Id }

const claiming = (path: string): Author['about'] => ({
  bio: null,
  links: [{ url: `${address}${path}`, proven: false }],
})

const look = ({ conversation }: Met, fetch = safeFetch({ allow: ['127.0.0.0/8'] })) =>
  proveClaims({ db, workspace, fetch, clock, newId, signal: new AbortController().signal }, [conversation])

const human = ({ person }: Met) => db.in(workspace, (tx) => oneHuman(tx, person))

async function meets(channel: string, id: string, more: Partial<Author>): Promise<Met> {
  const author: Author = { id, handle: null, name: id, avatar: null, url: null, us: false, ...more }
  const message = said(`message ${many++}`, author, 'hello')
  const room = { id: rooms[channel] as Id, channel }
  await hear(db, { workspace, room, heard: [{ is: 'said', message }], at: noon, listening: () => [] }, newId)
  const found = await db.in(workspace, (tx) =>
    tx.row<Met>(
      sql`select person_id as person, conversation_id as conversation from message where external_id = ${message.id}`,
    ),
  )
  return found as Met
}
