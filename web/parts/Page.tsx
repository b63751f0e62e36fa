/** A screen that is one page: its title, a line about it, and what stands on it. */
import { useActions } from '../keys/keys.ts'
import { useTitle } from './use-title.ts'

type Props = { title: string; lead?: string; aside?: React.ReactNode; children: React.ReactNode }

export function Page({ title, lead, aside, children }: Props) {
  useTitle(title)
  useActions({ back: () => history.back() })
  return (
    <main className="page" id="content" tabIndex={-1}>
      <header className="page-head">
        <div>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {lead && <p className="soft">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </main>
  )
}
