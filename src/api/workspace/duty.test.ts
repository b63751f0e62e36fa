import { afterAll, expect, test } from 'vitest'
import { noon } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { colleague, founder, heldClock, openHouse } from '../../../test/house.ts'
import { onDuty } from '../../domain/duty/duty.store.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(noon)) // a Monday
afterAll(opened.close)

test('each day of the week has its turn, until it is given to another or to nobody', async () => {
  const kit = await founder(opened)
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const guest = await colleague(opened, kit.workspace, 'guest')
  const today = (days = 0) => db.look(kit.workspace, (tx) => onDuty(tx, new Date(noon.getTime() + days * 86_400_000)))
  expect(await today()).toBeNull()

  await kit.call('PUT', '/duty/1', { teammate: kit.teammate })
  await ana.call('PUT', '/duty/1', { teammate: ana.teammate })
  await kit.call('PUT', '/duty/7', { teammate: kit.teammate })
  expect((await kit.call('GET', '/duty')).body.items).toMatchObject([
    { weekday: 1, teammate: { name: 'Ana the teammate' } },
    { weekday: 7, teammate: { name: 'Kit' } },
  ])
  expect([await today(), await today(1), await today(-1)]).toMatchObject([
    { name: 'Ana the teammate' },
    null,
    { name: 'Kit' },
  ])

  expect((await kit.call('PUT', '/duty/2', { teammate: guest.teammate })).status).toBe(422)
  expect((await kit.call('PUT', '/duty/8', { teammate: null })).status).toBe(404)
  await kit.call('DELETE', `/teammates/${ana.teammate}`)
  expect(await today()).toBeNull()
  await kit.call('PUT', '/duty/7', { teammate: null })
  expect(await today(-1)).toBeNull()
})
