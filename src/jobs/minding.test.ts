import { afterAll, expect, test } from 'vitest'
import { ada, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import { mindEverywhere } from './minding.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
afterAll(opened.close)

test('a room that spoke each hour and has been silent for six raises its hand, and lowers it when it speaks', async () => {
  const kit = await founder(opened)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  const hoursAgo = (hours: number) => new Date(noon.getTime() - hours * 3_600_000)
  await say(...Array.from({ length: 400 }, (_, n) => said(`m${n}`, ada, 'hello', { at: hoursAgo(405 - n) })))
  const quiet = async () =>
    ((await kit.call('GET', `/rooms/${roomId}`)).body as unknown as { health: { quietSince: string | null } }).health
      .quietSince
  expect(await mindEverywhere(opened.house)).toBe(1)
  expect(await quiet()).toBe(hoursAgo(6).toISOString())
  expect(await mindEverywhere(opened.house)).toBe(0)
  await say(said('again', ada, 'hello', { at: noon }))
  expect(await mindEverywhere(opened.house)).toBe(1)
  expect(await quiet()).toBe(null)
})
