/** Where an objective stood week by week, as a line towards its target; in words, and as a table, for who does not see it. */
import type { Objective } from '../../../src/api/objectives/shapes.objectives.ts'
import { locale, useSay } from '../../words/words.ts'
import { drawn } from './course.ts'
import { dayText, numberText } from './where-words.ts'

export function Course({ objective }: { objective: Objective }) {
  const say = useSay()
  const { points, unit, target, baseline } = objective
  const number = (n: number) => numberText(n, unit, locale())
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return <p className="soft">{say('objective.course.none')}</p>
  const till = { last: number(last.value), to: dayText(last.at, locale()), target: number(target) }
  const told =
    first === last
      ? say('objective.course.begun', till)
      : say('objective.course.told', { ...till, first: number(first.value), from: dayText(first.at, locale()) })
  const { width, height, line, way, dots, targetAt, baselineAt } = drawn(objective)
  return (
    <figure className="course">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={told}>
        <line className="course-target" x1={0} x2={width} y1={targetAt} y2={targetAt} />
        <polyline className="course-way" points={way} />
        <polyline className="course-line" points={line} />
        {dots.map(({ x, y, at }) => (
          <circle key={at} className="course-dot" cx={x} cy={y} r={3} />
        ))}
        <text x={width} y={targetAt} dy={targetAt < baselineAt ? -5 : 13} textAnchor="end">
          {say('objective.course.target', { target: number(target) })}
        </text>
        <text x={0} y={baselineAt} dy={targetAt < baselineAt ? 13 : -5}>
          {say('objective.course.baseline', { baseline: number(baseline) })}
        </text>
      </svg>
      <figcaption>{told}</figcaption>
      <details>
        <summary>{say('objective.course.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('objective.course.day')}</th>
              <th scope="col">{say('objective.course.value')}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ at, value }) => (
              <tr key={at}>
                <td>{dayText(at, locale())}</td>
                <td>{value === null ? say('objective.where.unknown') : number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
