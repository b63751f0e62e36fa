/** Everything that can be done right now, by name: type a few letters, Enter does it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { roomsQuery, viewNames } from '../api/queries.ts'
import { Popup } from '../parts/Popup.tsx'
import { isMac } from '../parts/platform.ts'
import { useSay } from '../words/words.ts'
import { type ActionId, actionOf } from './actions.ts'
import { takeKeys } from './held.ts'
import { possible, run } from './keys.ts'
import { printed } from './match.ts'

type Item = { id: string; name: string; keys: string[]; does: () => void }

export default function Palette({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  // Once it stands there and has the focus: a rendering that is thrown away must not take along what was typed.
  useEffect(() => {
    const typed = takeKeys()
    if (typed !== '') setText(typed)
  }, [])
  const rooms = useQuery(roomsQuery).data ?? []
  // What could be done when the palette was opened: with it open, its own keys come first.
  const [actions] = useState(() => possible().filter((action) => action !== 'palette' && !action.startsWith('view')))
  const items: Item[] = [
    ...actions.map((action) => ({
      id: action,
      name: say(actionOf(action).words),
      keys: keysOf(action),
      does: () => run(action),
    })),
    ...viewNames.map((name, at) => ({
      id: `view ${name}`,
      name: `${say('view.views')}: ${say(`view.${name}`)}`,
      keys: [String(at + 1)],
      does: () => void navigate({ to: '/', search: { view: name } }),
    })),
    ...rooms.map((room) => ({
      id: `room ${room.id}`,
      name: `${say('view.rooms')}: ${room.name}`,
      keys: [],
      does: () => void navigate({ to: '/', search: { room: room.id } }),
    })),
  ]

  function choose(id: string) {
    onClose()
    // After the dialog has given the focus back, so that what is done can move it.
    setTimeout(() => items.find((item) => item.id === id)?.does(), 50)
  }

  return (
    <Popup title={say('palette.title')} onClose={onClose}>
      <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
        <SearchField className="field" aria-label={say('palette.find')} autoFocus>
          <Input placeholder={say('palette.find')} />
        </SearchField>
        <Menu
          className="palette"
          aria-label={say('palette.title')}
          items={items}
          onAction={(id) => choose(String(id))}
          renderEmptyState={() => <p className="soft">{say('palette.none')}</p>}
        >
          {(item) => (
            <MenuItem id={item.id} textValue={item.name} className="menu-item">
              <bdi>{item.name}</bdi>
              <Keys keys={item.keys} />
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Popup>
  )
}

function keysOf(action: ActionId): string[] {
  const [first] = actionOf(action).keys
  return first === undefined ? [] : printed(first, isMac)
}

export function Keys({ keys }: { keys: string[] }) {
  return (
    <span className="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
