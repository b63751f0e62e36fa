/** Sign-in: better-auth with passwords, on its own tables. Nobody signs up: people come by a link. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { asProgram } from '../../db/db.ts'

export interface SignIn {
  /** Answers everything below /api/auth. `peer`: the address that is really connected, whatever the headers say. */
  handle(request: Request, peer: string): Promise<Response>
  /** The session that a cookie of ours names, which may have ended since; null: none of our making. */
  session(headers: Headers): Promise<string | null>
  /** Sessions that are used live on: due for one that was not prolonged for PROLONG_MS. */
  prolong(headers: Headers): Promise<void>
  /** Also for an account that has no password yet (made at the terminal). Null: that mail has one with a password already. */
  enroll(person: { mail: string; name: string; password: string }): Promise<string | null>
  /** The cookies of a new session; null: wrong mail or password. */
  enter(mail: string, password: string): Promise<{ userId: string; cookies: string[] } | null>
  close(): Promise<void>
}

export const PROLONG_MS = 86_400_000

/** Tries for one account within the window, wherever they come from. */
const MOST_TRIES = 10
const WINDOW_S = 900
/** Set by us on each request: what a client sends under this name is overwritten. */
const PEER = 'x-earshot-peer'

/** `origins`: where the desk is served from; requests from elsewhere are refused. */
export function openSignIn({
  url,
  secret,
  databaseUrl,
  origins,
}: {
  url: string
  secret: string
  databaseUrl: string
  origins: readonly string[]
}): SignIn {
  const pool = new pg.Pool({
    ...asProgram(databaseUrl),
    options: '-c role=earshot_app -c search_path=auth',
    max: 4,
    query_timeout: 15_000,
  })
  pool.on('error', () => {})
  const auth = betterAuth({
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 256 },
    session: { expiresIn: 30 * 86_400, updateAge: PROLONG_MS / 1000 },
    // By address, and wide, since a proxy is one address for a whole house; the account's own limit is below.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: WINDOW_S, max: 300 } },
    },
    trustedOrigins: [...origins],
    advanced: {
      useSecureCookies: url.startsWith('https:'),
      cookiePrefix: 'earshot',
      ipAddress: { ipAddressHeaders: [PEER] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })

  return {
    async handle(request, peer) {
      const headers = new Headers(request.headers)
      headers.set(PEER, peer)
      if (!request.url.includes('/sign-in/email')) return auth.handler(new Request(request, { headers }))
      const { email } = (await request
        .clone()
        .json()
        .catch(() => ({}))) as { email?: unknown }
      const account = String(email).toLowerCase()
      if ((await triesOf(pool, account)) > MOST_TRIES) return tooMany()
      const answer = await auth.handler(new Request(request, { headers }))
      if (answer.ok) await forgetTries(pool, account)
      return answer
    },
    async session(headers) {
      const { authCookies } = await auth.$context
      return signedCookie(headers, authCookies.sessionToken.name, secret)
    },
    async prolong(headers) {
      await auth.api.getSession({ headers })
    },
    async enroll({ mail, name, password }) {
      const { internalAdapter, password: passwords } = await auth.$context
      const address = mail.toLowerCase()
      const known = await internalAdapter.findUserByEmail(address, { includeAccounts: true })
      if (known?.accounts.some((account) => account.providerId === 'credential')) return null
      const hash = await passwords.hash(password)
      const user =
        known?.user ??
        (await internalAdapter.createUser({ email: address, name, emailVerified: true }, { method: 'email-password' }))
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      })
      return user.id
    },
    async enter(mail, password) {
      const response = await auth.api
        .signInEmail({ body: { email: mail.toLowerCase(), password }, asResponse: true })
        .catch(() => null)
      if (!response?.ok) return null
      const { user } = (await response.json()) as { user: { id: string } }
      return { userId: user.id, cookies: response.headers.getSetCookie() }
    },
    close: () => pool.end(),
  }
}

/** As better-auth writes it: `value.signature`, the signature being the value's HMAC in base64. Null: it is not there, or not signed by us. */
function signedCookie(headers: Headers, name: string, secret: string): string | null {
  const pair = headers
    .get('cookie')
    ?.split(';')
    .map((it) => it.trim())
    .find((it) => it.startsWith(`${name}=`))
  const written = pair && unescaped(pair.slice(name.length + 1))
  const dot = written ? written.lastIndexOf('.') : -1
  if (!written || dot < 1) return null
  const value = written.slice(0, dot)
  const right = createHmac('sha256', secret).update(value).digest()
  const given = Buffer.from(written.slice(dot + 1), 'base64')
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}

function unescaped(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** How many tries this one makes, counted in the database so that several processes count together. */
async function triesOf(pool: pg.Pool, account: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `insert into "rateLimit" (id, key, count, "lastRequest") values ($1, $1, 1, $2)
     on conflict (key) do update
       set count = case when "rateLimit"."lastRequest" < $2 - $3 then 1 else "rateLimit".count + 1 end,
           "lastRequest" = case when "rateLimit"."lastRequest" < $2 - $3 then $2 else "rateLimit"."lastRequest" end
     returning count`,
    [`account ${account}`, Date.now(), WINDOW_S * 1000],
  )
  return rows[0]?.count ?? 1
}

const forgetTries = (pool: pg.Pool, account: string) =>
  pool.query(`delete from "rateLimit" where key = $1`, [`account ${account}`])

const tooMany = (): Response =>
  Response.json(
    { code: 'TOO_MANY_TRIES', message: 'Too many tries for this account. Wait a quarter of an hour, then try again.' },
    { status: 429, headers: { 'retry-after': String(WINDOW_S) } },
  )
