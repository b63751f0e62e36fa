/** Ids that sort by when they were made (UUID version 7, RFC 9562), so that new rows lie together in every index. */
import { randomUUIDv7 } from 'node:crypto'

export type Id = string
export type NewId = () => Id

export const newId: NewId = () => randomUUIDv7()
