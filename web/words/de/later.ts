/** Words in German of what loads later than the waiting list. */
import type { LaterWords } from '../words.ts'
import { beginDe } from './begin.ts'
import { charterDe } from './charter.ts'
import { objectivesDe } from './objectives.ts'
import { ordersLaterDe } from './orders.later.ts'
import { outcomesDe } from './outcomes.ts'
import { receiversDe } from './receivers.ts'
import { verdictsDe } from './verdicts.ts'
import { voiceDe } from './voice.ts'
import { weatherDe } from './weather.ts'
import { weekDe } from './week.ts'
import { wonDe } from './won.ts'

export const laterDe: LaterWords = {
  ...beginDe,
  ...charterDe,
  ...objectivesDe,
  ...outcomesDe,
  ...ordersLaterDe,
  ...receiversDe,
  ...weatherDe,
  ...verdictsDe,
  ...voiceDe,
  ...weekDe,
  ...wonDe,
}
