/** What looks like a deed for certain: one key says that it was one. */
import { Link } from '@tanstack/react-router'
import type { ProposedDeed } from '../../../src/api/people/shapes.friends.ts'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { PersonRow } from './PersonRow.tsx'
import { useDeeds } from './use-deeds.ts'

type Props = {
  proposed: readonly ProposedDeed[]
  pickedId: string | null
  rowId: (id: string) => string
  /** Null: all are shown. */
  onMore: (() => void) | null
}

export function ProposedDeeds({ proposed, pickedId, rowId, onMore }: Props) {
  const say = useSay()
  const { confirm } = useDeeds()
  if (proposed.length === 0) return null
  return (
    <section>
      <h2>{say('deeds.proposed')}</h2>
      <ul className="friends-list">
        {proposed.map((deed) => (
          <PersonRow key={deed.id} person={deed.person} id={rowId(deed.id)} picked={deed.id === pickedId}>
            <p className="friend-deed">
              {deed.asked ? (
                <>
                  {say('deed.answered.whom', { name: deed.asked.name })} <q dir="auto">{deed.asked.text}</q>
                </>
              ) : (
                say(`deed.kind.${deed.kind}`)
              )}{' '}
              <span className="soft">
                <Ago at={deed.at} />
              </span>
            </p>
            {deed.conversationId && deed.text && (
              <Link to="/c/$id" params={{ id: deed.conversationId }} className="friend-said">
                <bdi>{deed.text}</bdi>
              </Link>
            )}
            <p className="card-acts">
              <button
                type="button"
                className="button small"
                aria-keyshortcuts="f"
                aria-label={`${say('deeds.yes')}: ${deed.person.name}`}
                onClick={() => confirm.mutate({ deed, confirmed: true })}
              >
                {say('deeds.yes')} {deed.id === pickedId && <kbd>f</kbd>}
              </button>
              <button
                type="button"
                className="button small quiet"
                aria-keyshortcuts="-"
                aria-label={`${say('deeds.no')}: ${deed.person.name}`}
                onClick={() => confirm.mutate({ deed, confirmed: false })}
              >
                {say('deeds.no')} {deed.id === pickedId && <kbd>-</kbd>}
              </button>
            </p>
          </PersonRow>
        ))}
      </ul>
      {onMore && (
        <button type="button" className="button" onClick={onMore}>
          {say('app.more')}
        </button>
      )}
    </section>
  )
}
