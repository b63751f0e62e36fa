/** Thank today: to whom thanks are due and for what. The words are a draft in the composer, and a teammate sends them. */
import type { Friends } from '../../../src/api/people/shapes.friends.ts'
import { Ago } from '../../parts/Time.tsx'
import { firstName, useDraftTo } from '../../parts/use-draft-to.ts'
import { useSay } from '../../words/words.ts'
import { PersonRow } from './PersonRow.tsx'
import { useDeeds } from './use-deeds.ts'

export function Thanks({ thanks }: { thanks: Friends['thanks'] }) {
  const say = useSay()
  const { thank } = useDeeds()
  const draftTo = useDraftTo()
  return (
    <section>
      <h2>{say('thanks.title')}</h2>
      {thanks.length === 0 && <p className="soft">{say('thanks.none')}</p>}
      <ul className="friends-list">
        {thanks.map(({ person, deeds }) => {
          const [first] = deeds
          const conversation = first?.conversationId
          return (
            <PersonRow key={person.id} person={person}>
              {deeds.map((deed) => (
                <p key={deed.id} className="friend-deed">
                  {say(`deed.kind.${deed.kind}`)} <q dir="auto">{deed.text}</q>{' '}
                  <span className="soft">
                    <Ago at={deed.at} />
                  </span>
                </p>
              ))}
              <p className="card-acts">
                {first && conversation && (
                  <button
                    type="button"
                    className="button small"
                    aria-label={`${say('thanks.write')}: ${person.name}`}
                    onClick={() =>
                      draftTo(conversation, say(`thanks.draft.${first.kind}`, { name: firstName(person.name) }))
                    }
                  >
                    {say('thanks.write')}
                  </button>
                )}
                <button
                  type="button"
                  className="button small quiet"
                  aria-label={`${say('thanks.done')}: ${person.name}`}
                  onClick={() => thank.mutate({ person, deeds })}
                >
                  {say('thanks.done')}
                </button>
              </p>
            </PersonRow>
          )
        })}
      </ul>
    </section>
  )
}
