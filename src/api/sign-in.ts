/** Sign-in: better-auth with passwords, on its own tables. Nobody signs up: people come by a link. */
import { betterAuth } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { asProgram } from '../db/db.ts'

export interface SignIn {
  /** Answers everything below /api/auth. */
  handle(request: Request): Promise<Response>
  /** Who the cookie stands for; null: nobody. */
  user(headers: Headers): Promise<{ id: string; mail: string; name: string } | null>
  /** Also for an account that has no password yet (made at the terminal). Null: that mail has one with a password already. */
  enroll(person: { mail: string; name: string; password: string }): Promise<string | null>
  /** The cookies of a new session; null: wrong mail or password. */
  enter(mail: string, password: string): Promise<{ userId: string; cookies: string[] } | null>
  close(): Promise<void>
}

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
    session: { expiresIn: 30 * 86_400, updateAge: 86_400 },
    // Ten tries in 15 minutes (TRUST A8), counted in the database so that several processes count together.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 900, max: 10 } },
    },
    trustedOrigins: [...origins],
    advanced: { useSecureCookies: url.startsWith('https:'), cookiePrefix: 'earshot' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })

  return {
    handle: (request) => auth.handler(request),
    async user(headers) {
      const session = await auth.api.getSession({ headers })
      return session && { id: session.user.id, mail: session.user.email, name: session.user.name }
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
