/** The sheet of all shortcuts, searchable, with the switch that turns single keys off. */
import { useState } from 'react'
import { Field } from '../parts/Field.tsx'
import { Popup } from '../parts/Popup.tsx'
import { isMac } from '../parts/platform.ts'
import { useSay } from '../words/words.ts'
import { type ActionId, actionIds, actionOf, type Group } from './actions.ts'
import { setSingleKeys, useSingleKeys } from './keys.ts'
import { printed } from './match.ts'
import { Keys } from './Palette.tsx'

const groups: Group[] = ['move', 'do', 'go', 'desk']

export default function Sheet({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const on = useSingleKeys()
  const nameOf = (action: ActionId) => say(actionOf(action).words)
  const found = actionIds.filter(
    (action) =>
      actionOf(action).keys.length > 0 &&
      !actionOf(action).unlisted &&
      nameOf(action).toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  return (
    <Popup title={say('keys.title')} onClose={onClose} wide>
      <Field label={say('keys.find')} type="search" value={wanted} onChange={setWanted} autoFocus />
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
        {say('settings.keys')}
      </label>
      {found.length === 0 && <p className="soft">{say('keys.none')}</p>}
      <div className="sheet">
        {groups.map((group) => {
          const inGroup = found.filter((action) => actionOf(action).group === group)
          if (inGroup.length === 0) return null
          return (
            <section key={group} aria-label={say(`keys.group.${group}`)}>
              <h3>{say(`keys.group.${group}`)}</h3>
              <dl>
                {inGroup.map((action) => (
                  <div key={action} className="sheet-line">
                    <dt>{nameOf(action)}</dt>
                    <dd>
                      {actionOf(action).keys.map((keys) => (
                        <Keys key={keys} keys={printed(keys, isMac)} />
                      ))}
                      {action === 'view1' && <Keys keys={['…', '9']} />}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Popup>
  )
}
