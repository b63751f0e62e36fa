/** Words in German of what loads later than the waiting list. */
import type { LaterWords } from '../words.ts'
import { beginDe } from './begin.ts'
import { charterDe } from './charter.ts'
import { objectivesDe } from './objectives.ts'
import { ordersLaterDe } from './orders.later.ts'
import { receiversDe } from './receivers.ts'

export const laterDe: LaterWords = {
  ...beginDe,
  ...charterDe,
  ...objectivesDe,
  ...ordersLaterDe,
  ...receiversDe,
}
