/** Words in German of what loads later than the waiting list. */
import type { LaterWords } from '../words.ts'
import { objectivesDe } from './objectives.ts'
import { outcomesDe } from './outcomes.ts'

export const laterDe: LaterWords = {
  ...objectivesDe,
  ...outcomesDe,
}
