/** In place of a whole screen: it broke, or the address leads nowhere. */
import { Link } from '@tanstack/react-router'
import { useSay } from '../words/words.ts'
import { Failed, Notice } from './Notice.tsx'

export function Broken({ error }: { error: unknown }) {
  const say = useSay()
  return (
    <main className="whole-page">
      <h1 className="aloud">{say('app.broke')}</h1>
      <Failed title={say('app.name')} error={error} again={() => location.reload()} />
    </main>
  )
}

export function Gone() {
  const say = useSay()
  return (
    <main className="whole-page">
      <Notice title={say('app.gone')} page>
        <Link to="/" className="button">
          {say('app.home')}
        </Link>
      </Notice>
    </main>
  )
}
