/** A name of ours for a question; empty, it is called by its most typical wording again. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { put } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

type Props = { question: Question; onChanged: () => Promise<void>; onClose: () => void }

export function Rename({ question, onChanged, onClose }: Props) {
  const say = useSay()
  const [name, setName] = useState(question.name)
  const rename = useMutation({
    mutationFn: () => put(`/questions/${question.id}`, { name: name.trim() || null }),
    onSuccess: async () => {
      await onChanged()
      onClose()
    },
  })
  return (
    <Popup title={say('question.rename')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate()
        }}
      >
        <Field
          label={say('question.name')}
          value={name}
          onChange={setName}
          hint={say('question.name.hint')}
          wrong={rename.error && whyOf(rename.error, say)}
          optional
          autoFocus
        />
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={rename.isPending}>
            {say('app.save')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
