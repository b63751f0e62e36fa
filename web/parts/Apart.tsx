/** What tells an angry customer from somebody who makes trouble, in words beside the choice. */
import type { Ladder } from '../../src/api/people/shapes.ladder.ts'
import { useSay } from '../words/words.ts'

export function Apart({ ladder: { conduct, apart } }: { ladder: Ladder }) {
  const say = useSay()
  const { wrongs, orders, atPeople, atUs, crossDays, otherWords } = conduct
  const facts = [
    { of: 'real', speaks: apart.real, text: say('ladder.fact.real', { wrongs, orders }) },
    { of: 'target', speaks: apart.target, text: say('ladder.fact.target', { people: atPeople, us: atUs }) },
    {
      of: 'repetition',
      speaks: apart.repetition,
      text: say('ladder.fact.repetition', { n: crossDays, other: otherWords }),
    },
  ] as const
  return (
    <section className="apart">
      <p className="apart-all">{say(`ladder.apart.${apart.all}`)}</p>
      <dl>
        {facts.map(({ of, speaks, text }) => (
          <div key={of}>
            <dt>{say(`ladder.question.${of}`)}</dt>
            <dd>
              {text} <span className="soft">{say(`ladder.speaks.${speaks}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{say('ladder.window')}</p>
    </section>
  )
}
