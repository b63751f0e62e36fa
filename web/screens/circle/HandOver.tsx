/** To which colleague relationships go, when somebody leaves, is away or holds too many. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Circle } from '../../../src/api/people/shapes.ties.ts'
import { post } from '../../api/client.ts'
import { teammatesQuery } from '../../api/queries.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

type Props = { circle: Circle; people: string[] | null; n: number; onClose: () => void }

export default function HandOver({ circle: { teammate: from, holders, most }, people, n, onClose }: Props) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const colleagues = (useQuery(teammatesQuery).data ?? []).filter((it) => it.id !== from && it.role !== 'guest')
  const [chosen, setChosen] = useState<string>()
  const to = colleagues.find((it) => it.id === chosen) ?? colleagues[0]
  const hand = useMutation({
    mutationFn: () => post<{ people: number }>('/ties/handovers', { from, to: to?.id, people }),
    onSuccess: (handed) => {
      onClose()
      did({ said: say('circle.did', { n: handed.people, name: to?.name ?? '' }), leavesAt: null, undo: null })
      return Promise.all(['person', 'circle'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
    },
  })
  const heldBy = (teammate: string) => holders.find((it) => it.teammate.id === teammate)?.held ?? 0
  return (
    <Popup title={say('circle.hand-over.title', { n })} onClose={onClose}>
      {to === undefined ? (
        <p>{say('circle.hand-over.alone')}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            hand.mutate()
          }}
        >
          <div className="field">
            <label htmlFor={id}>{say('circle.hand-over.to')}</label>
            <select id={id} value={to.id} onChange={(event) => setChosen(event.target.value)}>
              {colleagues.map((it) => (
                <option key={it.id} value={it.id}>
                  {it.name} ({say('circle.of', { held: heldBy(it.id), most })})
                </option>
              ))}
            </select>
          </div>
          <p className="soft">{say('circle.hand-over.memory')}</p>
          {hand.error && (
            <p role="alert" className="wrong">
              {whyOf(hand.error, say)}
            </p>
          )}
          <div className="popup-foot">
            <button type="submit" className="button main" disabled={hand.isPending}>
              {say('circle.hand-over')}
            </button>
          </div>
        </form>
      )}
    </Popup>
  )
}
