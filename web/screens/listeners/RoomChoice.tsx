/** In which rooms a listener listens: all of them, those to come too, or these. */
import type { Room } from '../../../src/api/shapes.ts'
import { useSay } from '../../words/words.ts'

type Props = { rooms: Room[]; chosen: string[] | null; onChange: (chosen: string[] | null) => void }

export function RoomChoice({ rooms, chosen, onChange }: Props) {
  const say = useSay()
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...(chosen ?? []), id] : (chosen ?? []).filter((other) => other !== id))
  return (
    <fieldset className="room-choice">
      <legend>{say('listeners.rooms')}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen === null}
          onChange={(event) => onChange(event.target.checked ? null : [])}
        />
        {say('listeners.rooms.all')}
      </label>
      {chosen !== null && (
        <div className="room-choices">
          {rooms.map((room) => (
            <label key={room.id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(room.id)}
                onChange={(event) => toggle(room.id, event.target.checked)}
              />
              <bdi>{room.name}</bdi>
            </label>
          ))}
        </div>
      )}
      {chosen?.length === 0 && <p className="hint">{say('listeners.rooms.none')}</p>}
    </fieldset>
  )
}
