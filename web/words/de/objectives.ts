/** Words about objectives, and the first run, in German. */
import type { objectivesEn } from '../en/objectives.ts'

export const objectivesDe: Record<keyof typeof objectivesEn, string> = {
  'objectives.title': 'Ziele',
  'objectives.lead': 'Was das Pult bewirken soll, und wo wir stehen.',
  'objectives.tabs': 'Seiten dessen, was wir wollen',
  'objectives.tab.objectives': 'Ziele',
  'objectives.none': 'Noch kein Ziel.',
  'objectives.none.more':
    'Ein Satz sagt, wozu das Pult da ist. Was es zählt, wem es zuhört und was es schreibt, folgt daraus.',
}
