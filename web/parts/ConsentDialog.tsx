/** Writes down that somebody agreed to be linked with their other names, and how they said so. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../src/api/people/shapes.people.ts'
import { put } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { Field } from './Field.tsx'
import { whyOf } from './Notice.tsx'
import { Popup } from './Popup.tsx'

type Props = { identity: Person['identities'][number]; onClose: () => void }

export default function ConsentDialog({ identity, onClose }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const [how, setHow] = useState('')
  const give = useMutation({
    mutationFn: () => put(`/identities/${identity.id}/consent`, { how }),
    onSuccess: () => {
      onClose()
      return client.invalidateQueries({ queryKey: ['person'] })
    },
  })
  return (
    <Popup title={say('consent.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          give.mutate()
        }}
      >
        <p>{say('consent.why')}</p>
        <Field
          label={say('consent.how')}
          value={how}
          onChange={setHow}
          wrong={give.error && whyOf(give.error, say)}
          autoFocus
        />
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={give.isPending}>
            {say('consent.keep')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
