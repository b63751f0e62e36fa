import { expect, test } from 'vitest'
import { noon } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { noFields, type Row } from '../channels/archive/rows.ts'
import { sql } from '../db/db.ts'
import { add } from '../domain/room/room.store.ts'
import { newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { bringIn } from './bring-in.ts'

const { db } = await freshDatabase()

/** 5,000 rows, each an answer to the one before in threads of ten; every 1,000th can't be read. */
const rows: Row[] = Array.from({ length: 5_000 }, (_, at) => ({
  is: 'row',
  line: at + 2,
  fields: {
    ...noFields(),
    id: `${at}`,
    parent: at % 10 === 0 ? '' : `${at - 1}`,
    author: `p${at % 7}`,
    text: `word ${at}`,
    at: at % 1_000 === 999 ? 'never' : '2026-05-01',
  },
}))

async function* from(all: readonly Row[], breaksAt = Number.POSITIVE_INFINITY): AsyncGenerator<Row[]> {
  for (let at = 0; at < all.length; at += 300) {
    if (at >= breaksAt) throw new Error('the disk is gone')
    yield all.slice(at, at + 300)
  }
}

async function room() {
  const { workspace, kit } = await freshWorkspace(db)
  const id = newId()
  await db.in(workspace, (tx) =>
    add(
      tx,
      {
        id,
        channel: 'archive',
        address: 'a',
        name: 'a',
        account: null,
        settings: {},
        secret: null,
        demo: false,
        at: noon,
        by: kit,
      },
      sealWith('k'),
    ),
  )
  const bad: number[] = []
  const about = { db, workspace, room: id, us: new Set<string>(), now: () => noon, newId, onFiled: () => {} }
  return {
    bad,
    bring: (read: AsyncIterable<Row[]>, file = 'file') =>
      bringIn({ ...about, file, rows: read, onBad: (line) => bad.push(line) }),
    held: () =>
      db.in(workspace, (tx) =>
        tx.row(sql`select count(*) as messages, (select count(*) from conversation) as conversations from message`),
      ),
  }
}

test('every row is filed, or told', async () => {
  const { bring, bad, held } = await room()
  expect(await bring(from(rows))).toEqual({ passedOver: 0, read: 5_000, filed: 4_995, already: 0, skipped: 5 })
  expect(bad).toEqual([1_001, 2_001, 3_001, 4_001, 5_001])
  expect(await held()).toEqual({ messages: 4_995, conversations: 500 })
})

test('what was broken off goes on where it was, and nothing is filed twice', async () => {
  const { bring, held } = await room()
  await expect(bring(from(rows, 3_000))).rejects.toThrow('the disk is gone')
  const second = await bring(from(rows))
  // Batches of good rows: the first ended after row 2,002.
  expect(second.passedOver).toBeGreaterThanOrEqual(2_000)
  expect(second.already).toBe(0)
  expect(await held()).toEqual({ messages: 4_995, conversations: 500 })
  expect(await bring(from(rows))).toEqual({ passedOver: 5_000, read: 0, filed: 0, already: 0, skipped: 0 })
})

test('the same rows in another file stand there already', async () => {
  const { bring, held } = await room()
  await bring(from(rows))
  expect(await bring(from(rows), 'copy')).toEqual({ passedOver: 0, read: 5_000, filed: 0, already: 4_995, skipped: 5 })
  expect(await held()).toEqual({ messages: 4_995, conversations: 500 })
})
