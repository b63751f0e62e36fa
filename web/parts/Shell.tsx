/** The frame around every screen of the desk: the rail, the thin banners, the line of what was done, the keys. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import {
  CircleUserRound,
  Command,
  Ear,
  House,
  Inbox,
  MessageCircleQuestion,
  Search,
  Settings,
  Target,
} from 'lucide-react'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { post, remove } from '../api/client.ts'
import { startLive, useConnected } from '../api/live.ts'
import { meQuery } from '../api/queries.ts'
import { actionOf } from '../keys/actions.ts'
import { holdKeys } from '../keys/held.ts'
import { startKeys, useActions } from '../keys/keys.ts'
import { printed } from '../keys/match.ts'
import { useSay, type WordId } from '../words/words.ts'
import { ActLine } from './ActLine.tsx'
import { isMac } from './platform.ts'

const Palette = lazy(() => import('../keys/Palette.tsx'))
const Sheet = lazy(() => import('../keys/Sheet.tsx'))

const places = [
  { to: '/', words: 'nav.list', Sign: Inbox, key: 'g i' },
  { to: '/questions', words: 'nav.questions', Sign: MessageCircleQuestion, key: 'g q' },
  { to: '/search', words: 'nav.search', Sign: Search, key: '/' },
  { to: '/circle', words: 'nav.circle', Sign: CircleUserRound, key: 'g c' },
  { to: '/objectives', words: 'nav.objectives', Sign: Target, key: 'g o' },
  { to: '/rooms', words: 'nav.rooms', Sign: House, key: 'g r' },
  { to: '/listeners', words: 'nav.listeners', Sign: Ear, key: 'g l' },
  { to: '/settings', words: 'nav.settings', Sign: Settings, key: 'g s' },
] as const satisfies { to: string; words: WordId; Sign: typeof Ear; key: string }[]

export function Shell() {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const path = useLocation({ select: (location) => location.pathname })
  const [shown, setShown] = useState<'palette' | 'sheet' | null>(null)
  useEffect(() => startLive(client), [client])
  useEffect(startKeys, [])

  const openPalette = () => {
    if (shown !== 'palette') holdKeys()
    setShown('palette')
  }

  useActions({
    goList: () => void navigate({ to: '/' }),
    goMine: () => void navigate({ to: '/', search: { view: 'mine' } }),
    goQuestions: () => void navigate({ to: '/questions' }),
    goObjectives: () => void navigate({ to: '/objectives' }),
    goRooms: () => void navigate({ to: '/rooms' }),
    goListeners: () => void navigate({ to: '/listeners' }),
    goCircle: () => void navigate({ to: '/circle' }),
    goSettings: () => void navigate({ to: '/settings' }),
    begin: () => void navigate({ to: '/begin' }),
    addRoom: () => void navigate({ to: '/rooms', search: { add: '' } }),
    search: () => void navigate({ to: '/search' }),
    palette: openPalette,
    sheet: () => setShown('sheet'),
    signOut: async () => {
      await post('/api/auth/sign-out')
      location.assign('/sign-in')
    },
  })

  return (
    <div className="shell">
      <a href="#content" className="skip">
        {say('app.skip')}
      </a>
      <nav className="rail" aria-label={say('app.rail')}>
        {places.map(({ to, words, Sign, key }) => (
          <Link
            key={to}
            to={to}
            className="rail-link"
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': isAt(path, to) ? 'page' : undefined }}
            inactiveProps={{ 'aria-current': isAt(path, to) ? 'page' : undefined }}
            data-tip={`${say(words)} · ${key}`}
          >
            <Sign size={20} strokeWidth={1.75} aria-hidden="true" />
            <span className="rail-word">{say(words)}</span>
          </Link>
        ))}
        <button
          type="button"
          className="rail-link rail-end"
          aria-label={say('do.palette')}
          data-tip={`${say('do.palette')} · ${printed(actionOf('palette').keys[0] ?? '', isMac).join(' ')}`}
          onClick={openPalette}
        >
          <Command size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </nav>
      <div className="stage">
        <Banners />
        <Outlet />
      </div>
      <ActLine />
      <Suspense>
        {shown === 'palette' && <Palette onClose={() => setShown(null)} />}
        {shown === 'sheet' && <Sheet onClose={() => setShown(null)} />}
      </Suspense>
    </div>
  )
}

/** An open conversation is part of the waiting list. */
function isAt(path: string, to: string): boolean {
  return to === '/' ? path === '/' || path.startsWith('/c/') : path.startsWith(to)
}

function Banners() {
  const say = useSay()
  const client = useQueryClient()
  const me = useQuery(meQuery).data
  const connected = useConnected()
  const online = useSyncExternalStore(watchLine, () => navigator.onLine)
  const removal = useMutation({ mutationFn: () => remove('/demo'), onSuccess: () => client.resetQueries() })
  return (
    <aside className="banners" aria-label={say('app.banners')}>
      {me?.demo && (
        <p className="banner">
          {say('app.demo')}{' '}
          <button type="button" className="link" disabled={removal.isPending} onClick={() => removal.mutate()}>
            {say('app.demo.remove')}
          </button>
        </p>
      )}
      <div role="status">
        {!online && <p className="banner calm">{say('app.offline')}</p>}
        {online && !connected && <p className="banner calm">{say('app.reconnecting')}</p>}
      </div>
    </aside>
  )
}

function watchLine(changed: () => void) {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
