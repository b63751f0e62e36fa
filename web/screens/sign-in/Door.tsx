/** The page before the desk: the name over the door, and a form. */
import { Ear } from 'lucide-react'
import { useTitle } from '../../parts/use-title.ts'
import { useSay } from '../../words/words.ts'
import './sign-in.css'

type Props = {
  title: string
  lead?: string
  submit: string
  wrong: string | null
  busy: boolean
  onSubmit: () => void
  children: React.ReactNode
}

export function Door({ title, lead, submit, wrong, busy, onSubmit, children }: Props) {
  return (
    <DoorPage title={title} lead={lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        {wrong !== null && (
          <p role="alert" className="wrong">
            {wrong}
          </p>
        )}
        <button type="submit" className="button main wide" disabled={busy}>
          {submit}
        </button>
      </form>
    </DoorPage>
  )
}

export function DoorPage({ title, lead, children }: { title: string; lead?: string; children?: React.ReactNode }) {
  const say = useSay()
  useTitle(title)
  return (
    <main className="door" id="content">
      <p className="door-name">
        <Ear size={24} strokeWidth={1.5} aria-hidden="true" /> {say('app.name')}
      </p>
      <h1>{title}</h1>
      {lead && <p className="soft">{lead}</p>}
      {children}
    </main>
  )
}
