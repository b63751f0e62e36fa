/** Until when a conversation goes away: the usual times with their exact hour, or a time in words. */
import { useState } from 'react'
import type { ConversationLine } from '../../../src/api/shapes.ts'
import { Field } from '../../parts/Field.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { presets, wakeTime } from '../../parts/wake-time.ts'
import { locale, useSay } from '../../words/words.ts'
import { useDesk } from './desk.ts'

export default function SnoozeDialog({ line, onClose }: { line: ConversationLine; onClose: () => void }) {
  const say = useSay()
  const { act } = useDesk()
  const [now] = useState(() => new Date())
  const [words, setWords] = useState('')
  const [keep, setKeep] = useState(false)
  const [tried, setTried] = useState(false)
  const at = wakeTime(words, now)
  const unclear = at === null && words.trim() !== '' && (tried || words.length > 12)

  function snooze(until: Date) {
    onClose()
    void act.snooze(line, until, keep)
  }

  return (
    <Popup title={say('snooze.title')} onClose={onClose}>
      <ul className="choices">
        {presets(now).map(({ preset, at }) => (
          <li key={preset}>
            <button type="button" className="choice" onClick={() => snooze(at)}>
              <span>{say(`snooze.${preset}`)}</span>
              <span className="soft">{shortTime(at, now, locale())}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (at !== null) snooze(at)
        }}
      >
        <Field
          label={say('snooze.words')}
          value={words}
          onChange={setWords}
          hint={at === null ? say('snooze.words.hint') : shortTime(at, now, locale())}
          wrong={unclear ? say('snooze.words.unclear') : null}
          optional={false}
        />
        <label className="check">
          <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.target.checked)} />
          {say('snooze.keep')}
        </label>
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={at === null}>
            {say('snooze.do')}
          </button>
        </div>
      </form>
    </Popup>
  )
}
