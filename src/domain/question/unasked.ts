/** A message that asks no longer: it was taken back, edited, or called no question. `text` is as it was when it was placed. */
import type { Id } from '../../lib/ids.ts'

export type Unasked = { id: Id; questionId: Id | null; title: string | null; text: string }
