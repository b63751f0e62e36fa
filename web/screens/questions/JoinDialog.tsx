/** Joins another question into this one: type a few of its words. It can be taken out again. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { post, remove } from '../../api/client.ts'
import { questionsQuery } from '../../api/queries.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

type Props = { question: Question; onChanged: () => Promise<void>; onClose: () => void }

export default function JoinDialog({ question, onChanged, onClose }: Props) {
  const say = useSay()
  const questions = useInfiniteQuery(questionsQuery('asked'))
  const others = questions.data?.pages.flatMap(({ items }) => items).filter(({ id }) => id !== question.id) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const join = useMutation({
    mutationFn: (from: string) => post(`/questions/${question.id}/joins`, { from }),
    onSuccess: async (_, from) => {
      const undo = async () => {
        await remove(`/questions/${from}/join`)
        await onChanged()
      }
      const name = others.find(({ id }) => id === from)?.name ?? ''
      did({ said: say('did.joined', { name }), leavesAt: null, undo })
      await onChanged()
      onClose()
    },
  })
  return (
    <Popup title={say('question.join')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen !== null) join.mutate(chosen)
        }}
      >
        <p className="soft">{say('join.lead')}</p>
        <ComboBox
          className="field"
          defaultItems={others}
          menuTrigger="focus"
          autoFocus
          onSelectionChange={(key) => setChosen(key === null ? null : String(key))}
        >
          <Label>{say('join.which')}</Label>
          <Input />
          <Popover className="menu">
            <ListBox<(typeof others)[number]>>
              {(other) => (
                <ListBoxItem id={other.id} textValue={other.name} className="menu-item">
                  <bdi>{other.name}</bdi> <span className="count">{other.asked}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
        {join.error && (
          <p role="alert" className="wrong">
            {whyOf(join.error, say)}
          </p>
        )}
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={chosen === null || join.isPending}>
            {say('join.do')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
