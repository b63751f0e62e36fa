/** The desk over HTTP: every noun's routes, the API's description of itself, and the screens. */
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { advice } from './advice.ts'
import { answers } from './answers.ts'
import { charters } from './charters.ts'
import { conversations } from './conversations.ts'
import { counts } from './counts.ts'
import { demo } from './demo.ts'
import { type Env, letIn } from './door/actor.ts'
import { answerError, problem } from './door/problem.ts'
import { type Api, newApi } from './door/route.ts'
import { firstSteps } from './first-steps.ts'
import { forgetting } from './forgetting.ts'
import { friends } from './friends.ts'
import { health } from './health.ts'
import { hooks } from './hooks.ts'
import type { House } from './house.ts'
import { introductions } from './introductions.ts'
import { joins } from './joins.ts'
import { judgements } from './judgements.ts'
import { ladder } from './ladder.ts'
import { listeners } from './listeners.ts'
import { events } from './live.ts'
import { messages } from './messages.ts'
import { moments } from './moments.ts'
import { objectives } from './objectives.ts'
import { orders } from './orders.ts'
import { people } from './people.ts'
import { questions } from './questions.ts'
import { reading } from './reading.ts'
import { receivers } from './receivers.ts'
import { replies } from './replies.ts'
import { retention } from './retention.ts'
import { rooms } from './rooms.ts'
import { speaking } from './speaking.ts'
import { serving } from './serving.ts'
import { stormRoutes } from './storms.ts'
import { team } from './team.ts'
import { ties } from './ties.ts'
import { understanding } from './understanding.ts'
import { welcome } from './welcome.ts'
import { wooings } from './wooings.ts'
import { worked } from './worked.ts'

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
    friends,
    introductions,
    ladder,
    moments,
    objectives,
    serving,
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
