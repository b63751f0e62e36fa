/** How often it was asked each week, as small bars; where it was published, a mark; in words for who does not see them. */
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { locale, useSay } from '../../words/words.ts'

type Props = Pick<Question, 'weeks' | 'published'>

export function Weeks({ weeks, published }: Props) {
  const say = useSay()
  const most = Math.max(1, ...weeks.map(({ asked }) => asked))
  const mark = published && weeks.findLast(({ week }) => week <= published.on)?.week
  const told = toldOf({ weeks, published }, say)
  return (
    <figure className="weeks">
      <div className="weeks-bars" role="img" aria-label={told}>
        {weeks.map(({ week, asked }) => (
          <span
            key={week}
            className="week"
            data-published={week === mark || undefined}
            title={say('question.week', { day: dayText(week), n: asked })}
            style={{ '--share': asked / most } as React.CSSProperties}
          >
            <span className="week-count">{asked > 0 && asked}</span>
          </span>
        ))}
      </div>
      <figcaption aria-hidden="true">
        <span>{dayText(weeks[0]?.week ?? '')}</span>
        {published && mark && (
          <span className="week-mark">{say('question.since', { day: dayText(published.on) })}</span>
        )}
        <span>{say('question.weeks.now')}</span>
      </figcaption>
      {published && <p className="soft">{told}</p>}
    </figure>
  )
}

/** Before it was published and since, each as a mean a week; without a day, the busiest week. */
function toldOf({ weeks, published }: Props, say: ReturnType<typeof useSay>): string {
  const busiest = weeks.reduce((top, it) => (it.asked > top.asked ? it : top), { week: '', asked: 0 })
  if (!published) {
    return busiest.asked === 0
      ? say('question.weeks.none')
      : say('question.weeks.busiest', { day: dayText(busiest.week), n: busiest.asked })
  }
  const at = weeks.findLastIndex(({ week }) => week <= published.on)
  const mean = (some: Props['weeks']) =>
    some.length === 0 ? 0 : some.reduce((sum, { asked }) => sum + asked, 0) / some.length
  const number = (n: number) => n.toLocaleString(locale(), { maximumFractionDigits: 1 })
  // Weeks before anybody asked say nothing: a desk may be younger than its question.
  const first = weeks.findIndex(({ asked }) => asked > 0)
  const [before, since] = [first < 0 ? [] : weeks.slice(first, Math.max(first, at)), weeks.slice(at + 1)]
  // The week in which it was published belongs to neither side.
  if (at < 0 || since.length === 0 || before.length === 0)
    return say('question.effect.early', { day: dayText(published.on) })
  return say('question.effect', { before: number(mean(before)), since: number(mean(since)), n: since.length })
}

/** Weeks begin on the Monday of UTC, whatever the reader's clock says. */
function dayText(day: string): string {
  if (day === '') return ''
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
}
