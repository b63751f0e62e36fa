/** A week in words: what changed, and what to do next. The same words stand on the page, in the mail and in the file. Pure. */
import type { Letter, Line, ObjectiveWeek, Week } from './week.ts'
import { german } from './words.de.ts'
import { english } from './words.en.ts'
import type { WeekWords } from './words.ts'

export const letterLanguages = ['en', 'de'] as const
export type LetterLanguage = (typeof letterLanguages)[number]
const wordsOf: Record<LetterLanguage, WeekWords> = { en: english, de: german }

/** So many questions and objectives are told of; the screens have them all. */
const MOST = 5

export function letterOf(week: Week, language: LetterLanguage, at: Date): Letter {
  const words = wordsOf[language]
  const [changed, next] = [changes(week, words), actions(week, words, at)]
  return {
    title: words.title(week.from, week.to),
    changed: changed.length > 0 ? changed : [{ text: words.nothingChanged, to: null }],
    next: next.length > 0 ? next : [{ text: words.nothingNext, to: '/circle' }],
  }
}

export const headingsOf = (language: LetterLanguage) => {
  const { changed, next, more, why } = wordsOf[language]
  return { changed, next, more, why }
}

function changes(week: Week, words: WeekWords): Line[] {
  const { care, people, outcomes, verdicts } = week
  const lines: (Line | null)[] = [
    ...week.objectives.slice(0, MOST).map((it) => ({ text: words.objective(it), to: `/objectives/${it.id}` })),
    care.now.asked + care.before.asked > 0
      ? { text: words.care(care.now, care.before), to: '/objectives/care?days=7' }
      : null,
    care.now.reopened > 0 ? { text: words.reopened(care.now), to: '/objectives/care?days=7&which=reopened' } : null,
    people.won + people.lost + people.spotted > 0 ? { text: words.people(people), to: '/objectives/people' } : null,
    outcomes.n + outcomes.before > 0 ? { text: words.outcomes(outcomes), to: '/objectives/return' } : null,
    verdicts.all > 0 ? { text: words.verdicts(verdicts), to: '/objectives' } : null,
    ...week.questions.slice(0, MOST).map((it) => ({ text: words.question(it), to: `/questions/${it.id}` })),
    ...week.voice
      .filter(({ now, before }) => now + before > 0)
      .map((it) => ({ text: words.voice(it), to: '/objectives/voice' })),
    week.storms > 0 ? { text: words.storms(week.storms), to: '/weather' } : null,
  ]
  return lines.filter((it) => it !== null)
}

const pressing = (it: ObjectiveWeek) => it.where === 'behind' || it.where === 'missed'

/** What presses most comes first: who waits, what was promised, what is broken, then what is slow. */
function actions(week: Week, words: WeekWords, at: Date): Line[] {
  const { waiting, people, counsel } = week
  const lines: (Line | null)[] = [
    waiting.longest && {
      text: words.answerFirst({ ...waiting.longest, people: waiting.people }, at),
      to: `/c/${waiting.longest.conversationId}`,
    },
    week.promises > 0 ? { text: words.promises(week.promises), to: '/' } : null,
    ...week.troubles.map((it) => ({ text: words.trouble(it), to: '/rooms' })),
    ...week.lateRooms.map((it) => ({
      text: words.lateRoom(it),
      to: `/objectives/care?days=7&which=late&room=${it.id}`,
    })),
    people.onTheWay > 0 ? { text: words.onTheWay(people.onTheWay), to: '/circle/wooing' } : null,
    ...week.objectives
      .filter(pressing)
      .slice(0, MOST)
      .map((it) => ({ text: words.behind(it), to: `/objectives/${it.id}` })),
    ...week.questions
      .filter(({ answered }) => !answered)
      .slice(0, 2)
      .map((it) => ({ text: words.writeOnce(it), to: `/questions/${it.id}` })),
    counsel && { text: words.counsel(counsel), to: '/objectives/rooms' },
  ]
  return lines.filter((it) => it !== null)
}
