/** Finds somebody by the beginning of their name or by their handle. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { namedQuery } from '../api/queries.ts'
import { useSay } from '../words/words.ts'
import { Avatar } from './Avatar.tsx'

export function PersonSearch({ except, onChoose }: { except?: string; onChoose: (id: string) => void }) {
  const say = useSay()
  const [asked, setAsked] = useState('')
  const found = useQuery(namedQuery(asked)).data?.items.filter(({ id }) => id !== except) ?? []
  return (
    <Autocomplete inputValue={asked} onInputChange={setAsked}>
      <SearchField className="field" autoFocus>
        <Label>{say('join.who')}</Label>
        <Input />
      </SearchField>
      <ListBox
        className="palette"
        aria-label={say('join.who')}
        items={found}
        selectionMode="none"
        onAction={(id) => onChoose(String(id))}
        renderEmptyState={() => (asked.trim() === '' ? null : <p className="soft">{say('join.none')}</p>)}
      >
        {(who) => (
          <ListBoxItem id={who.id} textValue={who.name} className="menu-item">
            <Avatar who={who} size={24} />
            <bdi>{who.name}</bdi> <span className="soft">{who.handle}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}
