/** The sides of the circle: who is held, who needs wooing, our friends, and orders that wait for somebody. `[` and `]` go from one to the next. */
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useActions } from '../keys/keys.ts'
import { useSay, type WordId } from '../words/words.ts'
import './circle-tabs.css'

const tabs = [
  { to: '/circle', words: 'circle.tab.ties' },
  { to: '/circle/wooing', words: 'circle.tab.wooing' },
  { to: '/circle/friends', words: 'circle.tab.friends' },
  { to: '/circle/orders', words: 'circle.tab.orders' },
] as const satisfies { to: string; words: WordId }[]

export function CircleTabs() {
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
    <nav className="circle-tabs" aria-label={say('circle.tabs')}>
      {tabs.map(({ to, words }) => (
        // The router would call the ties current on all of them: each address begins with theirs.
        <Link key={to} to={to} className="circle-tab" activeOptions={{ exact: true }}>
          {say(words)}
        </Link>
      ))}
    </nav>
  )
}
