/** Files a batch even when a message in it can't be: that one is left out and counted, and stops nobody else. */
import type { Db } from '../db/db.ts'
import type { NewId } from '../lib/ids.ts'
import { type Filed, type Hearing, hear } from './hear.ts'

/** Throws what is not the message's fault: a database that is away, a disk that is full. */
export async function hearWhatCanBe(
  db: Db,
  hearing: Hearing,
  newId: NewId,
  log: (line: string) => void,
): Promise<Filed> {
  try {
    return await hear(db, hearing, newId)
  } catch (error) {
    if (!isTheMessagesFault(error)) throw error
    return apart(db, hearing, newId, log, error as Error)
  }
}

/** Halves the batch until the one that can't be filed stands alone. The cursor moves with the last part. */
async function apart(
  db: Db,
  hearing: Hearing,
  newId: NewId,
  log: (line: string) => void,
  error: Error,
): Promise<Filed> {
  const { heard, cursor } = hearing
  const [only] = heard
  if (heard.length <= 1) {
    log(`room ${hearing.room.id}: left out ${only ? JSON.stringify(idOf(only)) : 'nothing'}: ${error.message}`)
    const counted = { at: null, eventAt: null, ...cursor, unreadable: (cursor?.unreadable ?? 0) + heard.length }
    return hear(db, { ...hearing, heard: [], cursor: counted }, newId)
  }
  const middle = Math.ceil(heard.length / 2)
  const first = await hearWhatCanBe(db, { ...hearing, heard: heard.slice(0, middle), cursor: undefined }, newId, log)
  const second = await hearWhatCanBe(db, { ...hearing, heard: heard.slice(middle) }, newId, log)
  return { said: first.said + second.said, conversations: [...first.conversations, ...second.conversations] }
}

const idOf = (heard: Hearing['heard'][number]): string => ('message' in heard ? heard.message.id : heard.source)

/** Data exceptions (22), integrity (23), syntax that a value broke (42), program limits (54): not storage, not connection. */
const isTheMessagesFault = (error: unknown): boolean =>
  error instanceof RangeError ||
  error instanceof TypeError ||
  /^(22|23|42|54)/.test((error as { code?: string }).code ?? '')
