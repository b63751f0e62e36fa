import pg from 'pg'
import { expect, test } from 'vitest'
import { ada, at, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, openHouse, squareRoom } from '../../../test/house.ts'
import { sql, type Tx } from '../../db/db.ts'
import { systemClock } from '../../lib/clock.ts'
import { type Growth, grow, holdFiling } from './conversation.filing.ts'

const { db, ownerUrl } = await freshDatabase()
const house = await openHouse(db, systemClock)

test('the one that grows is found by its id, even in a workspace that the planner has not met', async () => {
  const [acme, other] = [await founder(house, 'Acme'), await founder(house, 'Other')]
  const many = Array.from({ length: 2_500 }, (_, i) => said(`${i}`, ada, 'hello'))
  await (await squareRoom(house, other.workspace)).say(...many)
  await analyze()
  await (await squareRoom(house, acme.workspace)).say(...many)

  const read = await db.in(acme.workspace, async (tx) => {
    const one = await tx.row<{ id: string }>(sql`select id from conversation limit 1`)
    const before = await conversationsRead(tx)
    holdFiling(tx)
    grow(tx, [{ ...oneMore, id: one?.id ?? '' }])
    return (await conversationsRead(tx)) - before
  })

  expect(read).toBe(1)
})

const oneMore: Omit<Growth, 'id'> = {
  firstAt: noon,
  lastAt: at(1),
  messages: 1,
  preview: 'me too',
  title: null,
  personId: null,
  reasons: ['thread'],
}

/** By this transaction so far. */
const conversationsRead = async (tx: Tx): Promise<number> =>
  (
    await tx.row<{ read: number }>(
      sql`select seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables where relid = 'conversation'::regclass`,
    )
  )?.read ?? 0

async function analyze(): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=earshot' })
  await owner.connect()
  await owner.query('analyze conversation')
  await owner.end()
}
