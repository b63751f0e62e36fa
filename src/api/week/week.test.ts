import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acme, ada, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, colleague, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { weekOf } from '../../domain/week/week.read.ts'
import { begin } from '../../domain/wooing/wooing.store.ts'
import { grouping } from '../../flows/group.ts'
import { mailWeeks } from '../../jobs/mondays.ts'
import { placeSome } from '../../jobs/placing.ts'
import { reckonSome } from '../../jobs/reckoning.ts'
import { newId } from '../../lib/ids.ts'
import { mailBy } from '../../lib/mail.ts'
import type { Letter, WeekMail } from './shapes.week.ts'

const { db, ownerUrl } = await freshDatabase()
const clock = heldClock(new Date('2026-05-20T09:00:00Z'))
const opened = await openHouse(db, clock)
const counter = new pg.Client({ connectionString: ownerUrl })
const countAnew = readFileSync(new URL('../../../test/figures/week.sql', import.meta.url), 'utf8')
const HOUR_MS = 3_600_000
let kit: Caller

/** A real mail server: it takes what it is sent, unless it was told to refuse. */
const got: Email[] = []
const refusals: string[] = []
const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
  onData(stream, _session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', async () => {
      const why = refusals.shift()
      if (why) return done(Object.assign(new Error(why), { responseCode: 451 }))
      got.push(await PostalMime.parse(Buffer.concat(parts)))
      done()
    })
  },
})

beforeAll(async () => {
  await counter.connect()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  kit = await founder(opened, 'Acme & <Sons>')
  await livesThroughThreeWeeks()
}, 60_000)
afterAll(async () => {
  await counter.end()
  await opened.close()
  server.close()
})

async function livesThroughThreeWeeks(): Promise<void> {
  const { say } = await squareRoom(opened, kit.workspace)
  const wanted = { result: 'Sell <cakes>', kind: 'sales', measure: 'orders', baseline: 0, target: 9, due: '2026-12-31' }
  const objective = (await kit.call('POST', '/objectives', wanted)).body.id
  for (let n = 0; n < 40; n++) {
    const who = { ...(n % 3 ? ada : bo), id: `p${n}`, name: `Person ${n}`, handle: `p${n}.example` }
    await say(said(`q${n}`, who, n % 2 ? 'Is the almond cake back?' : 'When do you open?', { at: clock.now() }))
    clock.move(5 * HOUR_MS)
    if (n % 4) await say(said(`r${n}`, acme, 'At seven.', { at: clock.now(), inReplyTo: `q${n}` }))
    const person = (await kit.call('GET', `/people?q=@p${n}.example`)).body.items?.[0]?.id as string
    if (n % 5 === 0)
      await kit.call('POST', '/outcomes', {
        ...{ objective, person, what: 'A cake', valueCents: 1000 + n, currency: 'EUR', at: clock.now().toISOString() },
      })
    if (n % 6 === 0) {
      const id = newId()
      const reason = { is: 'let-down', times: 2 } as const
      await db.in(kit.workspace, (tx) =>
        begin(tx, { id, personId: person, conversationId: null, reason, at: clock.now() }),
      )
      clock.move(6 * HOUR_MS)
      const step = [null, 'won-back', 'lost', 'unneeded'][(n / 6) % 4]
      if (step) await kit.call('PUT', `/wooings/${id}/step`, { step })
    }
    clock.move(6 * HOUR_MS)
  }
  await placeSome({ ...opened.house, questions: grouping(newId) })
  await reckonSome(db)
}

const page = async (query = '') => (await kit.call('GET', `/week${query}`)).body as unknown as Letter

test.each(['2026-05-18', '2026-05-25', '2026-06-01'])('the week of %s is what plain SQL counts', async (monday) => {
  const week = await db.look(kit.workspace, (tx) => weekOf(tx, monday, clock.now()))
  const { rows } = await counter.query(countAnew, [kit.workspace, monday])
  expect({
    ...{ won: week.people.won, lost: week.people.lost, spotted: week.people.spotted, outcomes: week.outcomes.n },
    ...{ cents: week.outcomes.values.reduce((sum, { cents }) => sum + cents, 0), waiting: week.waiting.people },
    asked: week.questions.map(({ asked }) => asked),
  }).toEqual(rows[0])
  const { body } = await kit.call('GET', '/care/waited?days=7')
  if (monday === (body as unknown as { from: string }).from) expect(week.care.now.asked).toBeGreaterThan(0)
})

test('the page tells of the last week that has ended, in either language, and of another that is asked for', async () => {
  const [english, german] = [await page(), await page('?lang=de')]
  expect(english).toMatchObject({ from: '2026-06-01', to: '2026-06-07', title: 'The week from 1 June to 7 June' })
  expect(german.title).toBe('Die Woche vom 1. Juni bis 7. Juni')
  expect(english.changed.map(({ text }) => text).join(' ')).toContain('“Sell <cakes>”')
  expect(english.next[0]).toMatchObject({
    text: expect.stringMatching(/^Answer Person \d+, who has waited for/),
    to: expect.stringMatching(/^\/c\//),
  })
  expect(await page('?monday=2026-05-25')).toMatchObject({ from: '2026-05-25' })
  expect(await kit.call('GET', '/week?monday=2026-05-26')).toMatchObject({
    status: 422,
    body: { detail: 'A week begins on a Monday.' },
  })
})

test('it is a tagged file in its language', async () => {
  const answer = await opened.app.request('/api/v1/week.pdf?lang=de', {
    headers: { authorization: `Bearer ${kit.token}` },
  })
  expect(answer.headers.get('content-disposition')).toContain('2026-06-01.pdf')
  const file = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  expect(file.startsWith('%PDF-1.7')).toBe(true)
  for (const part of ['/StructTreeRoot', '/Lang (de)', '/S /H1', '/S /LI']) expect(file).toContain(part)
})

const hands = () => {
  const { port } = server.server.address() as AddressInfo
  const mail = mailBy({ server: `smtp://127.0.0.1:${port}`, from: 'Our desk <desk@acme.example>' })
  return { db, clock, mail, url: 'http://desk.test' }
}

test('who wants it has it by mail each Monday, once, as words, as a page and as a file', async () => {
  const ana = await colleague(opened, kit.workspace, 'teammate')
  const guest = await colleague(opened, kit.workspace, 'guest')
  expect((await guest.call('PUT', '/week/mail', { language: 'en' })).status).toBe(403)
  await kit.call('PUT', '/week/mail', { language: 'en' })
  await ana.call('PUT', '/week/mail', { language: 'de' })

  clock.move(Date.parse('2026-06-15T05:59:00Z') - clock.now().getTime())
  expect(await mailWeeks(hands())).toBe(0)
  clock.move(60_000)
  expect(await mailWeeks(hands())).toBe(2)
  expect(await mailWeeks(hands())).toBe(0)
  const [mine, hers] = ['The week from', 'Die Woche vom'].map((title) =>
    got.find(({ subject }) => subject?.includes(title)),
  )
  expect(mine?.subject).toBe('Acme & <Sons>: The week from 8 June to 14 June')
  expect(mine?.from?.address).toBe('desk@acme.example')
  expect(mine?.text).toContain('- Answer Person')
  expect(mine?.html).toContain('Acme &amp; &lt;Sons&gt;')
  expect(mine?.html).toContain('“Sell &lt;cakes&gt;”')
  expect(mine?.html).toMatch(/<a href="http:\/\/desk\.test\/c\/[0-9a-f-]+"/)
  expect(mine?.html).not.toMatch(/<script|<img|https:/)
  expect(mine?.attachments).toMatchObject([{ filename: '2026-06-08.pdf', mimeType: 'application/pdf' }])
  expect(hers?.text).toContain('Was als Nächstes zu tun ist')
  expect((await kit.call('GET', '/week/mail')).body as unknown as WeekMail).toEqual({
    ...{ mails: true, language: 'en', last: { monday: '2026-06-08', state: 'sent', why: null } },
  })
})

test('what the mail server refuses is tried again under the same id, and who wants it no more has it no more', async () => {
  got.length = 0
  clock.move(7 * 24 * HOUR_MS)
  refusals.push('come back later', 'come back later')
  expect(await mailWeeks(hands())).toBe(2)
  expect((await kit.call('GET', '/week/mail')).body).toMatchObject({
    last: { monday: '2026-06-15', state: 'queued', why: expect.stringContaining('come back later') },
  })
  await kit.call('PUT', '/week/mail', { language: null })
  clock.move(10_000)
  expect(await mailWeeks(hands())).toBe(1)
  expect(got).toHaveLength(1)
  expect(got[0]?.messageId).toMatch(/^<week-2026-06-15-[0-9a-f-]+@desk\.test>$/)
  clock.move(7 * 24 * HOUR_MS + 3 * 24 * HOUR_MS)
  expect(await mailWeeks(hands())).toBe(0)
})
