/** The database of this desk, ready to use: embedded or yours, at this program's schema. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { DatabaseTrouble, type Db, openDb } from './db.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

export type Opened = { db: Db; ownerUrl: string; embedded: boolean; close(): Promise<void> }

/** Throws DatabaseTrouble, in words for the person at the terminal. */
export async function openDatabase({
  data,
  databaseUrl,
}: {
  data: string
  databaseUrl: string | null
}): Promise<Opened> {
  if (databaseUrl !== null) {
    await migrate(databaseUrl)
    const db = openDb(databaseUrl)
    return { db, ownerUrl: databaseUrl, embedded: false, close: () => db.close() }
  }
  mustBeWritable(data)
  const embedded = await openEmbedded(data)
  try {
    await migrate(embedded.ownerUrl)
  } catch (error) {
    await embedded.close()
    throw error
  }
  const db = openDb(embedded.url)
  return {
    db,
    ownerUrl: embedded.ownerUrl,
    embedded: true,
    async close() {
      await db.close()
      await embedded.close()
    },
  }
}

function mustBeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new DatabaseTrouble(
      `EARSHOT_DATA is ${folder}, and that folder can't be written: ${(error as Error).message}`,
    )
  }
}
