/** Who looks after a conversation: type a few letters of a teammate's name. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { ConversationLine } from '../../../src/api/shapes.ts'
import { teammatesQuery } from '../../api/queries.ts'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'
import { useDesk } from './desk.ts'

const nobody = 'nobody'

export default function AssignDialog({ line, onClose }: { line: ConversationLine; onClose: () => void }) {
  const say = useSay()
  const { act } = useDesk()
  const teammates = useQuery(teammatesQuery).data ?? []
  const [chosen, setChosen] = useState<string | null>(line.assignee?.id ?? null)
  const choices = [{ id: nobody, name: say('assign.nobody') }, ...teammates]

  function assign() {
    onClose()
    void act.assign(line, teammates.find(({ id }) => id === chosen) ?? null)
  }

  return (
    <Popup title={say('assign.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          assign()
        }}
      >
        <ComboBox
          className="field"
          defaultItems={choices}
          defaultInputValue={line.assignee?.name ?? ''}
          menuTrigger="focus"
          autoFocus
          onSelectionChange={(key) => setChosen(key === null ? null : String(key))}
        >
          <Label>{say('assign.who')}</Label>
          <Input />
          <Popover className="menu">
            <ListBox<(typeof choices)[number]>>
              {(who) => (
                <ListBoxItem id={who.id} textValue={who.name} className="menu-item">
                  <bdi>{who.name}</bdi>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={chosen === null}>
            {say('assign.do')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
