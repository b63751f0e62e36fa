/** The sides of one place, each with its own address. `[` and `]` go from one to the next. */
import { Link, type LinkProps, useLocation, useNavigate } from '@tanstack/react-router'
import { useActions } from '../keys/keys.ts'
import { useSay, type WordId } from '../words/words.ts'
import './tabs.css'

export type Tab = { readonly to: LinkProps['to'] & string; readonly words: WordId }

export function Tabs({ label, tabs }: { label: WordId; tabs: readonly Tab[] }) {
  const say = useSay()
  const navigate = useNavigate()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const here = tabs.findIndex(({ to }) => to === path)
  const beside = (step: 1 | -1) => () => {
    const next = tabs[here + step]
    if (next) void navigate({ to: next.to })
  }
  useActions({ viewNext: beside(1), viewPrevious: beside(-1) })
  return (
    <nav className="tabs" aria-label={say(label)}>
      {tabs.map(({ to, words }) => (
        // The router would call the first current on all of them: each address begins with its.
        <Link key={to} to={to} className="tab" activeOptions={{ exact: true }}>
          {say(words)}
        </Link>
      ))}
    </nav>
  )
}
