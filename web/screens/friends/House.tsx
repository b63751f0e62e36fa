/** Everything that people did for us, the newest first, with the thanks for it. */
import type { Deed } from '../../../src/api/people/shapes.friends.ts'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { PersonRow } from './PersonRow.tsx'
import { useDeeds } from './use-deeds.ts'

export function House({ deeds }: { deeds: readonly Deed[] }) {
  const say = useSay()
  const { drop } = useDeeds()
  return (
    <section>
      <h2>{say('friends.title')}</h2>
      {deeds.length === 0 && <p className="soft">{say('friends.none')}</p>}
      <ul className="friends-list">
        {deeds.map((deed) => (
          <PersonRow key={deed.id} person={deed.person}>
            <p className="friend-deed">
              {say(`deed.kind.${deed.kind}`)} {deed.text && <q dir="auto">{deed.text}</q>}
            </p>
            <p className="soft friend-about">
              <Ago at={deed.at} /> · {say('moment.by', { name: deed.by.name })}
              {deed.thankedBy && deed.thankedAt && (
                <>
                  {' '}
                  · {say('thanks.by', { name: deed.thankedBy.name })} <Ago at={deed.thankedAt} />
                </>
              )}{' '}
              <button
                type="button"
                className="link"
                aria-label={`${say('deeds.drop')}: ${deed.person.name}`}
                onClick={() => drop.mutate(deed)}
              >
                {say('deeds.drop')}
              </button>
            </p>
          </PersonRow>
        ))}
      </ul>
    </section>
  )
}
