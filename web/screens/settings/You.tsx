/** This teammate's own settings on this device: the language and the single-key shortcuts. */
import { useState } from 'react'
import type { Me } from '../../../src/api/shapes.ts'
import { run, setSingleKeys, useSingleKeys } from '../../keys/keys.ts'
import { chooseLanguage, chosenLanguage, type Language, languages, useSay } from '../../words/words.ts'

export function You({ me }: { me: Me }) {
  const say = useSay()
  const on = useSingleKeys()
  const [language, setLanguage] = useState<Language | null>(chosenLanguage)
  function speak(chosen: string) {
    const next = Object.hasOwn(languages, chosen) ? (chosen as Language) : null
    setLanguage(next)
    void chooseLanguage(next)
  }
  return (
    <section className="setting" aria-labelledby="settings-you">
      <h2 id="settings-you">{say('settings.you')}</h2>
      <p>
        <bdi>{me.teammate.name}</bdi> <span className="soft">{me.mail}</span>
      </p>
      <div className="field">
        <label htmlFor="language">{say('settings.language')}</label>
        <select id="language" value={language ?? ''} onChange={(event) => speak(event.target.value)}>
          <option value="">{say('settings.language.auto')}</option>
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
        {say('settings.keys')}
      </label>
      <p className="hint">{say('settings.keys.more')}</p>
      <div className="card-acts">
        <button type="button" className="button" onClick={() => run('sheet')}>
          {say('do.sheet')}
        </button>
        <button type="button" className="button" onClick={() => run('signOut')}>
          {say('do.sign-out')}
        </button>
      </div>
    </section>
  )
}
