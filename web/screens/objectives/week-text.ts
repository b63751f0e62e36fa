/** A week by its Monday: weeks begin on the Monday of UTC, whatever the reader's clock says. */
import { locale } from '../../words/words.ts'

export const weekText = (monday: string): string =>
  new Date(`${monday}T00:00:00Z`).toLocaleDateString(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
