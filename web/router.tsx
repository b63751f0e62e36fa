/** Every address of the desk and the screen that stands there. Screens load when somebody first goes to them. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Refused } from './api/client.ts'
import { meQuery, type ViewName, viewNames } from './api/queries.ts'
import { behindNumbers, spans, type WaitedSearch } from './api/queries.waited.ts'
import type { VoiceFilter } from './api/queries.weather.ts'
import type { WeekSearch } from './api/queries.week.ts'
import { fates, type WonSearch } from './api/queries.won.ts'
import { Broken, Gone } from './parts/Broken.tsx'
import { Shell } from './parts/Shell.tsx'
import { Desk } from './screens/waiting-list/Desk.tsx'
import type { DeskSearch } from './screens/waiting-list/desk.ts'
import { Pick } from './screens/waiting-list/Pick.tsx'
import { later } from './words/words.ts'

type Asked = Record<string, unknown>

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  notFoundComponent: Gone,
  errorComponent: Broken,
})

const door = (path: '/sign-in' | '/setup' | '/join', screen: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: (asked: Asked): { token?: string; to?: string; mail?: string; workspace?: string } => ({
      token: text(asked.token),
      mail: text(asked.mail),
      workspace: text(asked.workspace),
      to: text(asked.to),
    }),
    component: lazyRouteComponent(screen),
  })

/** Behind the door: who is not signed in is led to it, and back again. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) {
        throw redirect({ to: '/sign-in', search: { to: location.href } })
      }
      throw error
    }
  },
})

const desk = createRoute({
  getParentRoute: () => app,
  id: 'desk',
  validateSearch: (asked: Asked): DeskSearch => ({
    view: [...viewNames, 'unsaid' as const].find((name): name is ViewName => name === asked.view),
    room: text(asked.room),
    order: asked.order === 'newest' ? 'newest' : undefined,
    m: text(asked.m),
  }),
  component: Desk,
})

const home = createRoute({ getParentRoute: () => desk, path: '/', component: Pick })
const conversation = createRoute({
  getParentRoute: () => desk,
  path: '/c/$id',
  component: lazyRouteComponent(() => import('./screens/conversation/ConversationScreen.tsx')),
})
const search = createRoute({
  getParentRoute: () => app,
  path: '/search',
  validateSearch: (asked: Asked): { q?: string } => ({ q: text(asked.q) }),
  component: lazyRouteComponent(() => import('./screens/search/SearchScreen.tsx')),
})
const rooms = createRoute({
  getParentRoute: () => app,
  path: '/rooms',
  validateSearch: (asked: Asked): { add?: string } => ({ add: text(asked.add) }),
  component: lazyRouteComponent(later(() => import('./screens/rooms/RoomsScreen.tsx'))),
})
const listeners = createRoute({
  getParentRoute: () => app,
  path: '/listeners',
  component: lazyRouteComponent(() => import('./screens/listeners/ListenersScreen.tsx')),
})
const questions = createRoute({
  getParentRoute: () => app,
  path: '/questions',
  validateSearch: (asked: Asked): { by?: 'rising' } => ({ by: asked.by === 'rising' ? 'rising' : undefined }),
  component: lazyRouteComponent(() => import('./screens/questions/QuestionsScreen.tsx')),
})
const question = createRoute({
  getParentRoute: () => app,
  path: '/questions/$id',
  component: lazyRouteComponent(() => import('./screens/questions/QuestionScreen.tsx')),
})
const person = createRoute({
  getParentRoute: () => app,
  path: '/people/$id',
  component: lazyRouteComponent(later(() => import('./screens/people/PersonScreen.tsx'))),
})
const circle = createRoute({
  getParentRoute: () => app,
  path: '/circle',
  validateSearch: (asked: Asked): { teammate?: string } => ({ teammate: text(asked.teammate) }),
  component: lazyRouteComponent(() => import('./screens/circle/CircleScreen.tsx')),
})
const wooing = createRoute({
  getParentRoute: () => app,
  path: '/circle/wooing',
  component: lazyRouteComponent(() => import('./screens/wooing/WooingScreen.tsx')),
})
const friends = createRoute({
  getParentRoute: () => app,
  path: '/circle/friends',
  component: lazyRouteComponent(() => import('./screens/friends/FriendsScreen.tsx')),
})
const workedRooms = createRoute({
  getParentRoute: () => app,
  path: '/objectives/rooms',
  component: lazyRouteComponent(later(() => import('./screens/worked/WorkedScreen.tsx'))),
})
const objectives = createRoute({
  getParentRoute: () => app,
  path: '/objectives',
  component: lazyRouteComponent(later(() => import('./screens/objectives/ObjectivesScreen.tsx'))),
})
const returning = createRoute({
  getParentRoute: () => app,
  path: '/objectives/return',
  validateSearch: (
    asked: Asked,
  ): { each?: 'objective' | 'room' | 'question' | 'month'; rows?: 'outcomes' | 'care'; key?: string } => ({
    each: (['room', 'question', 'month'] as const).find((each) => each === asked.each),
    rows: (['outcomes', 'care'] as const).find((rows) => rows === asked.rows),
    key: text(asked.key),
  }),
  component: lazyRouteComponent(later(() => import('./screens/objectives/ReturnScreen.tsx'))),
})
const care = createRoute({
  getParentRoute: () => app,
  path: '/objectives/care',
  validateSearch: (asked: Asked): WaitedSearch => ({
    days: spans.find((days) => days === Number(asked.days)),
    which: behindNumbers.find((which) => which === asked.which),
    room: text(asked.room),
    intent: text(asked.intent),
  }),
  component: lazyRouteComponent(later(() => import('./screens/objectives/CareScreen.tsx'))),
})
const objective = createRoute({
  getParentRoute: () => app,
  path: '/objectives/$id',
  component: lazyRouteComponent(later(() => import('./screens/objectives/ObjectiveScreen.tsx'))),
})
const begin = createRoute({
  getParentRoute: () => app,
  path: '/begin',
  component: lazyRouteComponent(later(() => import('./screens/begin/BeginScreen.tsx'))),
})
const orders = createRoute({
  getParentRoute: () => app,
  path: '/circle/orders',
  component: lazyRouteComponent(later(() => import('./screens/orders/OrdersScreen.tsx'))),
})
const ripple = createRoute({
  getParentRoute: () => app,
  path: '/ripple/$id',
  component: lazyRouteComponent(later(() => import('./screens/ripple/RippleScreen.tsx'))),
})
const week = createRoute({
  getParentRoute: () => app,
  path: '/objectives/week',
  validateSearch: (asked: Asked): WeekSearch => ({ monday: text(asked.monday) }),
  component: lazyRouteComponent(later(() => import('./screens/week/WeekScreen.tsx'))),
})
const won = createRoute({
  getParentRoute: () => app,
  path: '/objectives/people',
  validateSearch: (asked: Asked): WonSearch => ({
    fate: fates.find((fate) => fate === asked.fate),
    month: text(asked.month),
    cause: text(asked.cause),
  }),
  component: lazyRouteComponent(later(() => import('./screens/objectives/WonScreen.tsx'))),
})
const voice = createRoute({
  getParentRoute: () => app,
  path: '/objectives/voice',
  validateSearch: (asked: Asked): VoiceFilter => ({
    listener: text(asked.listener),
    room: text(asked.room),
    topic: text(asked.topic),
  }),
  component: lazyRouteComponent(later(() => import('./screens/voice/VoiceScreen.tsx'))),
})
const storm = createRoute({
  getParentRoute: () => app,
  path: '/objectives/weather/$id',
  component: lazyRouteComponent(later(() => import('./screens/weather/StormScreen.tsx'))),
})
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(later(() => import('./screens/settings/SettingsScreen.tsx'))),
})

const tree = root.addChildren([
  door('/sign-in', () => import('./screens/sign-in/SignIn.tsx')),
  door('/setup', () => import('./screens/sign-in/Setup.tsx')),
  door('/join', () => import('./screens/sign-in/Join.tsx')),
  app.addChildren([
    desk.addChildren([home, conversation]),
    search,
    questions,
    question,
    circle,
    wooing,
    friends,
    objectives,
    workedRooms,
    objective,
    begin,
    orders,
    voice,
    storm,
    ripple,
    returning,
    care,
    won,
    week,
    rooms,
    listeners,
    person,
    settings,
  ]),
])

/** The router over this client's data. */
export const routerFor = (client: QueryClient) =>
  createRouter({ routeTree: tree, context: { client }, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>
  }
}

/** A text of the address; a number that somebody searched for ("?q=7") is a text too. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
