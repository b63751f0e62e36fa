import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom, toldElsewhere } from '../../test/house.ts'
import type { Batch, Channel } from '../channels/channel.ts'
import { sql } from '../db/db.ts'
import type { Overheard } from '../domain/message/heard.ts'
import { ByHeart } from './by-heart.ts'
import { Changes } from './changes.ts'
import { hearing } from './hearing.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
const { presence, changes } = await toldElsewhere(db)
afterAll(async () => {
  await presence.close()
  await opened.close()
})

async function room() {
  const kit = await founder(opened)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  const place = { workspaceId: kit.workspace, roomId, channel: 'square' }
  return {
    workspace: kit.workspace,
    place,
    say,
    byHeart: (of = changes) => new ByHeart(place, { db, clock, changes: of }),
  }
}

const isKnown = async (it: ByHeart) => !(await it.now())('nothing that is there')
const quietly = async (it: ByHeart) => {
  await it.now()
  clock.move(5_000)
  for (let asked = 0; asked < 20; asked++) await it.now()
  return it.now()
}

test('a quiet room knows its messages, what they wait for, and who spoke; of nothing else it may hold anything', async () => {
  const { say, byHeart, workspace } = await room()
  const before = changes.stand(workspace)
  await say(said('a', ada, 'the cake fell'), said('b', bo, 'which?', { inReplyTo: 'not heard yet' }))
  await expect.poll(() => changes.stand(workspace)).not.toBe(before)
  const mayHold = await quietly(byHeart())
  expect(['a', 'b', 'not heard yet', 'ada', 'bo'].map(mayHold)).toEqual([true, true, true, true, true])
  expect(['c', 'carla', ''].map(mayHold)).toEqual([false, false, false])
})

test('it is not sure while the workspace is busy, nor of what happened elsewhere, and learns anew', async () => {
  const { say, byHeart } = await room()
  const it = byHeart()
  const asked = async (times: number) => {
    for (let nth = 1; nth < times; nth++) await it.now()
    return isKnown(it)
  }
  expect(await asked(1)).toBe(false)
  clock.move(4_999)
  expect(await asked(30)).toBe(false)
  clock.move(1)
  expect(await asked(20)).toBe(false)
  expect(await asked(1)).toBe(true)
  await say(said('c', ada, 'the bread fell too'))
  await expect.poll(() => isKnown(it)).toBe(false)
  expect((await quietly(it))('c')).toBe(true)
})

test('what happens while it learns is not taken for known', async () => {
  const { place, workspace } = await room()
  const look: typeof db.look = async (of, work) => {
    const found = await db.look(of, work)
    changes.note(workspace)
    return found
  }
  const it = new ByHeart(place, { db: { ...db, look }, clock, changes })
  expect((await quietly(it))('nothing that is there')).toBe(true)
})

test('what this process did itself counts before it is told', async () => {
  const { byHeart, workspace } = await room()
  const it = byHeart()
  await quietly(it)
  expect(await isKnown(it)).toBe(true)
  changes.note(workspace)
  expect(await isKnown(it)).toBe(false)
})

test('where changes are not told, or may have been missed, nothing is known by heart', async () => {
  const { byHeart } = await room()
  const deaf = byHeart(new Changes())
  await quietly(deaf)
  expect(await isKnown(deaf)).toBe(false)

  let tell: (payload: string | null) => void = () => {}
  const told = new Changes()
  await told.open({
    listen: async (_, onTold) => {
      tell = onTold
    },
  })
  const it = byHeart(told)
  await quietly(it)
  expect(await isKnown(it)).toBe(true)
  tell(null)
  expect(await isKnown(it)).toBe(false)
})

test('of a room that holds too much the database is asked', async () => {
  const { byHeart, workspace } = await room()
  await db.in(workspace, async (tx) => {
    const [person] = await tx.rows<{ id: string }>(sql`
      insert into person (id, workspace_id, name, met_at) values (uuidv7(), ${workspace}, 'Many', now()) returning id`)
    await tx.run(sql`
      insert into identity (id, workspace_id, person_id, channel, external_id)
      select uuidv7(), ${workspace}, ${person?.id ?? null}, 'square', 'many-' || n from generate_series(1, 20001) n`)
  })
  const it = byHeart()
  await quietly(it)
  expect(await isKnown(it)).toBe(false)
})

test('a reply that comes right behind what it answers finds it, however quiet it was before', async () => {
  const { place } = await room()
  const pass: Overheard = {
    is: 'passing',
    message: {
      id: 'reply',
      source: bo.id,
      text: 'I saw it fall',
      inReplyTo: 'first',
      bare: true,
      beside: () => null,
      whole: () => said('reply', bo, 'I saw it fall', { inReplyTo: 'first', reasons: [] }),
    },
  }
  const batch = (...heard: Overheard[]): Batch => ({ heard, cursor: null, at: null })
  const ended = new AbortController()
  const talk: Channel = {
    ...opened.square,
    async *hear(connection, { signal }) {
      if (connection.address !== place.roomId) return
      yield batch()
      clock.move(5_000)
      for (let nth = 0; nth < 25; nth++) yield batch()
      yield batch({ is: 'said', message: said('first', ada, 'the cake fell') })
      yield batch(pass)
      while (!signal.aborted) await sleep(10)
    },
  }
  // What it does itself it must know without being told.
  const untold = { ...presence, listen: async () => {} }
  const hands = { ...opened.house, presence: untold, channels: new Map([['square', talk]]) }
  const ears = hearing(hands, ended.signal)
  const held = () =>
    db.in(place.workspaceId, (tx) =>
      tx.rows<{ externalId: string }>(
        sql`select external_id from message where workspace_id = ${place.workspaceId} order by external_id`,
      ),
    )
  await expect.poll(held, { timeout: 5_000 }).toEqual([{ externalId: 'first' }, { externalId: 'reply' }])
  ended.abort()
  await ears.done
})
