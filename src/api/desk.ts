/** The desk over HTTP: every noun's routes, the API's description of itself, and the screens. */
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { conversations } from './conversations/conversations.ts'
import { counts } from './conversations/counts.ts'
import { messages } from './conversations/messages.ts'
import { replies } from './conversations/replies.ts'
import { type Env, letIn } from './door/actor.ts'
import { answerError, problem } from './door/problem.ts'
import { type Api, newApi } from './door/route.ts'
import { health } from './health.ts'
import type { House } from './house.ts'
import { judgements } from './listening/judgements.ts'
import { listeners } from './listening/listeners.ts'
import { reading } from './listening/reading.ts'
import { ripples } from './listening/ripples.ts'
import { stormRoutes } from './listening/storms.ts'
import { understanding } from './listening/understanding.ts'
import { voice } from './listening/voice.ts'
import { events } from './live.ts'
import { care } from './objectives/care.ts'
import { codes, links } from './objectives/codes.ts'
import { firstSteps } from './objectives/first-steps.ts'
import { objectives } from './objectives/objectives.ts'
import { outcomes } from './objectives/outcomes.ts'
import { returning } from './objectives/returns.ts'
import { serving } from './objectives/serving.ts'
import { upshots } from './objectives/upshots.ts'
import { waitedRoutes } from './objectives/waited.ts'
import { forgetting } from './people/forgetting.ts'
import { friends } from './people/friends.ts'
import { introductions } from './people/introductions.ts'
import { joins } from './people/joins.ts'
import { ladder } from './people/ladder.ts'
import { moments } from './people/moments.ts'
import { orders } from './people/orders.ts'
import { people } from './people/people.ts'
import { retention } from './people/retention.ts'
import { ties } from './people/ties.ts'
import { wonAndLost } from './people/won.ts'
import { wooings } from './people/wooings.ts'
import { answers } from './questions/answers.ts'
import { questions } from './questions/questions.ts'
import { receivers } from './questions/receivers.ts'
import { advice } from './rooms/advice.ts'
import { charters } from './rooms/charters.ts'
import { rooms } from './rooms/rooms.ts'
import { speaking } from './rooms/speaking.ts'
import { worked } from './rooms/worked.ts'
import { howPages } from './verdicts/how-page.ts'
import { verdicts } from './verdicts/verdicts.ts'
import { weeks } from './week/week.ts'
import { demo } from './workspace/demo.ts'
import { duty } from './workspace/duty.ts'
import { hooks } from './workspace/hooks.ts'
import { team } from './workspace/team.ts'
import { welcome } from './workspace/welcome.ts'

const MOST_BODY = 1024 * 1024

/** What is said of a page means nothing of its scripts and styles, and there are fifty of them. */
const forFiles = secureHeaders({
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
})

/** `web`: the folder with the built screens. */
export function desk(house: House, web: string): Api {
  const app = newApi()
  app.onError((error, c) => answerError(error, c, house.log))
  const forPages = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"], // React Aria places its layers by style attributes
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: house.url.startsWith('https:') ? 'max-age=31536000' : false,
  })
  app.use((c, next) => (c.req.path.startsWith('/assets/') ? forFiles(c, next) : forPages(c, next)))
  app.use(bodyLimit({ maxSize: MOST_BODY, onError: (c) => problem(c, 413, 'A request has at most 1 MB.') }))

  health(app, house)
  links(app, house)
  howPages(app, house)
  app.on(['GET', 'POST'], '/api/auth/*', (c) => house.signIn.handle(c.req.raw, peerOf(c)))
  // What is asked for, never what answers a change: a secret that is shown once must not stand beside chosen words.
  app.get('/api/v1/*', compress({ contentTypeFilter: /^application\/json/ }))
  app.route('/api/v1', nouns(house))
  describe(app, house)
  app.all('/api/*', (c) => problem(c, 404, `There is nothing at ${c.req.method} ${c.req.path}.`))
  screens(app, web)
  return app
}

/** The address that is connected to us; what headers say of it can be made up. */
function peerOf(c: Context<Env>): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? '127.0.0.1'
}

function nouns(house: House): Api {
  const api = newApi()
  api.onError((error, c) => answerError(error, c, house.log))
  api.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  for (const noun of [
    welcome,
    conversations,
    counts,
    replies,
    messages,
    understanding,
    people,
    forgetting,
    retention,
    questions,
    answers,
    joins,
    ties,
    wooings,
    wonAndLost,
    friends,
    introductions,
    ladder,
    moments,
    objectives,
    serving,
    outcomes,
    upshots,
    codes,
    verdicts,
    weeks,
    duty,
    returning,
    care,
    waitedRoutes,
    orders,
    firstSteps,
    rooms,
    charters,
    advice,
    speaking,
    worked,
    listeners,
    reading,
    judgements,
    stormRoutes,
    hooks,
    receivers,
    ripples,
    voice,
    team,
    demo,
    events,
  ])
    noun(api, house)
  return api
}

/** OpenAPI 3.1, made from the same schemas that check the requests. */
function describe(app: Api, house: House): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const about = {
    openapi: '3.1.0',
    info: {
      title: 'Earshot',
      version: house.version,
      description: 'Who speaks to you or about you, who waits for an answer, and the answer.',
    },
    servers: [{ url: house.url }],
    security: [{ token: [] }],
  }
  app.get('/api/openapi.json', letIn(house, 'GET /api/openapi.json'), (c) => c.json(app.getOpenAPI31Document(about)))
}

/** Built files never change under their name; every other path is the app's own. */
function screens(app: Hono<Env>, web: string): void {
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use(serveStatic({ root: web, precompressed: true }))
  app.get('*', serveStatic({ root: web, path: 'index.html' }))
}
