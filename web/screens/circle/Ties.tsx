/** Whom one teammate holds: those they lose touch with first, then who is overdue, due today, and in touch. */
import { Link } from '@tanstack/react-router'
import type { Circle, TieWithPerson } from '../../../src/api/people/shapes.ties.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { LastContact } from '../../parts/TouchLine.tsx'
import { useSay } from '../../words/words.ts'

const touches: readonly TieWithPerson['touch'][] = ['losing', 'overdue', 'due', 'in-touch']

type Props = { circle: Circle; onHandOver: (what: { people: string[] | null; n: number }) => void }

export function Ties({ circle: { holders, teammate: shown, ties }, onHandOver }: Props) {
  const say = useSay()
  const name = holders.find(({ teammate }) => teammate.id === shown)?.teammate.name ?? say('app.unknown')
  const byTouch = Map.groupBy(ties, ({ touch }) => touch)
  return (
    <section className="ties">
      <header className="ties-head">
        <h2>
          <bdi>{say('circle.ties', { name })}</bdi>
        </h2>
        {ties.length > 0 && (
          <button type="button" className="button small" onClick={() => onHandOver({ people: null, n: ties.length })}>
            {say('circle.hand-over.all')}
          </button>
        )}
      </header>
      {ties.length === 0 && <p className="soft">{say('circle.ties.none', { name })}</p>}
      {touches.map((touch) => {
        const here = byTouch.get(touch)
        if (!here) return null
        return (
          <section key={touch}>
            <h3 className="ties-touch" data-touch={touch}>
              {say(`tie.touch.${touch}`)} <span className="soft">{here.length}</span>
            </h3>
            <ul>
              {here.map((tie) => (
                <TieRow
                  key={tie.person.id}
                  tie={tie}
                  onHandOver={() => onHandOver({ people: [tie.person.id], n: 1 })}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

function TieRow({ tie, onHandOver }: { tie: TieWithPerson; onHandOver: () => void }) {
  const say = useSay()
  const { person, closeness, everyDays } = tie
  return (
    <li className="tie">
      <Avatar who={person} size={32} />
      <span className="tie-words">
        <Link to="/people/$id" params={{ id: person.id }} className="tie-name">
          <bdi>{person.name}</bdi>
        </Link>
        <span className="soft">
          {say(`tie.closeness.${closeness}`)} ·{' '}
          {everyDays === null ? say('tie.every.never') : say('tie.every.days', { n: everyDays })} ·{' '}
          <LastContact at={tie.lastContact} />
        </span>
      </span>
      <button
        type="button"
        className="button small quiet"
        aria-label={say('circle.hand-over.one', { name: person.name })}
        onClick={onHandOver}
      >
        {say('circle.hand-over')}
      </button>
    </li>
  )
}
