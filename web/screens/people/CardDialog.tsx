/** Changes what to call somebody, how to say it, and how they like to be reached. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { put } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

type Props = { person: Person; onClose: () => void }

export default function CardDialog({ person, onClose }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const [card, setCard] = useState(person.card)
  const keep = useMutation({
    mutationFn: () => put(`/people/${person.id}/card`, card),
    onSuccess: () => {
      onClose()
      return client.invalidateQueries({ queryKey: ['person'] })
    },
  })
  const field = (name: keyof Person['card'], hint?: string) => (
    <Field
      label={say(`card.${name}`)}
      value={card[name] ?? ''}
      hint={hint}
      optional
      onChange={(value) => setCard({ ...card, [name]: value })}
    />
  )
  return (
    <Popup title={say('card.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        {field('called', say('card.called.hint', { name: person.name }))}
        {field('spoken', say('card.spoken.hint'))}
        {field('pronouns')}
        {field('reached', say('card.reached.hint'))}
        {keep.error && (
          <p role="alert" className="wrong">
            {whyOf(keep.error, say)}
          </p>
        )}
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={keep.isPending}>
            {say('card.keep')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
