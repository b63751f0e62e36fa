/** Whether who comes back is known again: authors of real files (handles only), each of whom has to be one person. */
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { type Db, sql } from '../../src/db/db.ts'
import { meet } from '../../src/domain/person/person.store.ts'
import { newId } from '../../src/lib/ids.ts'

const files = [
  { name: 'airline', path: 'social/airline/Tweets.public70.csv', column: 'name' },
  { name: 'twcs', path: 'social/twcs/twcs-slice.public70.csv', column: 'author_id' },
]

const BATCH = 500

/** True: everybody who spoke several times is one person. */
export async function returning(db: Db, data: string): Promise<boolean> {
  let holds = true
  for (const { name, path, column } of files) {
    if (!existsSync(join(data, path))) throw new Error(`There is no ${path} in ${data}.`)
    const workspace = newId()
    await db.in(workspace, (tx) =>
      tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, ${name}, now())`),
    )
    const people = new Map<string, Set<string>>()
    const words = new Map<string, number>()
    let batch: string[] = []
    const file = async () => {
      const handles = batch
      batch = []
      const known = await db.in(workspace, (tx) => meet(tx, 'archive', handles.map(authorOf), new Date(), newId))
      for (const handle of handles) {
        const id = authorOf(handle).id
        words.set(id, (words.get(id) ?? 0) + 1)
        people.set(id, (people.get(id) ?? new Set()).add(known.get(id)?.personId ?? ''))
      }
    }
    for await (const row of createReadStream(join(data, path)).pipe(parse({ columns: true, relax_quotes: true }))) {
      batch.push(row[column])
      if (batch.length >= BATCH) await file()
    }
    await file()
    const back = [...words].filter(([, count]) => count > 1)
    const one = back.filter(([id]) => people.get(id)?.size === 1)
    console.log(
      `\n${name}: ${words.size} authors, ${back.length} of them several times; ${one.length} of these are one person each`,
    )
    holds &&= one.length === back.length
  }
  return holds
}

/** As the channel for files has it. */
const authorOf = (handle: string) => ({
  id: handle.trim().toLowerCase(),
  handle,
  name: null,
  avatar: null,
  url: null,
  us: false,
})
