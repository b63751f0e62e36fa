/** Files the rows of an archive, batch by batch: the next is read while the database writes the last. */
import { setImmediate } from 'node:timers/promises'
import type { Row } from '../channels/archive/rows.ts'
import { translate } from '../channels/archive/translate.ts'
import { type Db, sql } from '../db/db.ts'
import { taughtTo } from '../domain/message/correction.store.ts'
import type { Said } from '../domain/message/heard.ts'
import { content } from '../domain/message/message.ts'
import { understoodBy } from '../domain/message/understood.ts'
import { hear } from '../flows/hear.ts'
import type { Id, NewId } from '../lib/ids.ts'

export type Bringing = {
  db: Db
  workspace: Id
  room: Id
  /** The file's fingerprint: rows that were filed in an earlier run are passed over. */
  file: string
  rows: AsyncIterable<readonly Row[]>
  /** Whose words are ours, in lower case. */
  us: ReadonlySet<string>
  now: () => Date
  newId: NewId
  onBad: (line: number, why: string) => void
  onFiled: (rows: number) => void
}

/** `read` counts the rows of this run; of those each was filed, stood there already, or was skipped as unreadable. */
export type Brought = { passedOver: number; read: number; filed: number; already: number; skipped: number }

const batchSize = 2_000

/** Bringing in the same file again files nothing twice. Throws `FileRefused`; what was filed before stays. */
export async function bringIn(bringing: Bringing): Promise<Brought> {
  const { rows, us, onBad, onFiled } = bringing
  const done = await rowsDone(bringing)
  const taught = await bringing.db.in(bringing.workspace, taughtTo)
  const sum: Brought = { passedOver: 0, read: 0, filed: 0, already: 0, skipped: 0 }
  let batch: Said[] = []
  let newest: Date | null = null
  const filing = new OneBehind(async (said: readonly Said[], rows: number) => {
    const filed = await fileBatch(bringing, said, { rows, newest })
    sum.filed += filed
    sum.already += said.length - filed
    onFiled(done + sum.read)
  })

  try {
    for await (const some of rows) {
      for (const row of some) {
        if (sum.passedOver < done) {
          sum.passedOver++
          continue
        }
        sum.read++
        // The database asks and answers many times a batch: it must not wait for us to read on.
        if (sum.read % 8 === 0) await setImmediate()
        const translated = row.is === 'row' ? translate(row.fields, us) : row
        if (translated.is === 'bad') {
          sum.skipped++
          onBad(row.line, translated.why)
          continue
        }
        const { at, author } = translated.message
        // Now, while the database writes the batch before.
        content(translated.message)
        if (!author.us) understoodBy(taught, translated.message)
        if (newest === null || at > newest) newest = at
        if (batch.push(translated.message) < batchSize) continue
        await filing.next(batch, done + sum.read)
        batch = []
      }
    }
    if (sum.read > 0) await filing.next(batch, done + sum.read)
  } finally {
    // Also when the file broke off: what is under way is filed, and the next run goes on after it.
    await filing.end()
  }
  return sum
}

/** Begins one piece of work while the one before is under way, and no more than one. */
class OneBehind<Args extends unknown[]> {
  readonly #work: (...args: Args) => Promise<void>
  #underWay: Promise<void> = Promise.resolve()

  constructor(work: (...args: Args) => Promise<void>) {
    this.#work = work
  }

  async next(...args: Args): Promise<void> {
    await this.#underWay
    this.#underWay = this.#work(...args)
    this.#underWay.catch(() => {}) // it is thrown by who waits for it next
  }

  end(): Promise<void> {
    return this.#underWay
  }
}

type Place = { rows: number; newest: Date | null }

async function fileBatch(
  { db, workspace, room, file, now, newId }: Bringing,
  batch: readonly Said[],
  { rows, newest }: Place,
): Promise<number> {
  const { said } = await hear(
    db,
    {
      workspace,
      room: { id: room, channel: 'archive' },
      heard: batch.map((message) => ({ is: 'said', message })),
      cursor: { at: { file, rows }, eventAt: newest },
      at: now(),
      listening: () => [],
    },
    newId,
  )
  return said
}

/** How many rows of this file earlier runs have filed. */
async function rowsDone({ db, workspace, room, file }: Bringing): Promise<number> {
  const found = await db.in(workspace, (tx) =>
    tx.row<{ rows: number }>(sql`
      select (cursor ->> 'rows')::integer as rows from room
      where workspace_id = ${workspace} and id = ${room} and cursor ->> 'file' = ${file}`),
  )
  return found?.rows ?? 0
}
