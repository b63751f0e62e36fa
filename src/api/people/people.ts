/** People over HTTP: who somebody is, what we said to each other, who of us knows them, and which names are one human. */
import { z } from '@hono/zod-openapi'
import type { Tx } from '../../db/db.ts'
import { linesOfPeople } from '../../domain/conversation/conversation.list.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { momentsOf } from '../../domain/moment/moment.store.ts'
import { dayOf } from '../../domain/moment/moment.ts'
import { linkables, mustBeOneHuman, oneHuman, setKind } from '../../domain/person/joining.store.ts'
import { asksConsent, withoutConsent } from '../../domain/person/joining.ts'
import { evidenceOf, likelySame } from '../../domain/person/likely.read.ts'
import { peopleNamed, person } from '../../domain/person/person.read.ts'
import { pressureOn, tiesWith } from '../../domain/tie/tie.read.ts'
import { lastVerdictOf } from '../../domain/verdict/verdict.read.ts'
import type { Id } from '../../lib/ids.ts'
import { shown } from '../conversations/lines.ts'

import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import { PersonLine } from '../shapes.ts'
import * as show from '../show.ts'
import * as asks from './asks.people.ts'
import * as shapes from './shapes.people.ts'
import { showTie } from './ties.ts'

const MOST_CONVERSATIONS = 20
const MOST_NAMED = 20

export function people(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/people', {
      says: 'People whose name or handle begins like that',
      status: 200,
      answer: z.object({ items: z.array(PersonLine) }),
      query: z.object({ q: z.string().max(200) }),
    }),
    async (c) => {
      const { q } = c.req.valid('query')
      const items = await house.db.look(actorOfRequest(c).workspace, (tx) => peopleNamed(tx, q, MOST_NAMED))
      return c.json({ items }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/people/{id}', { says: 'A person', status: 200, answer: shapes.Person, params: byId }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { workspace, teammate } = actorOfRequest(c)
      const eyes = { me: teammate.id, now: house.clock.now() }
      return c.json(await house.db.look(workspace, (tx) => mustBe(tx, id, eyes)), 200)
    },
  )

  api.openapi(
    route(house, 'get', '/people/{id}/likely', {
      says: 'Who might be the same human, with the evidence',
      status: 200,
      answer: z.object({ items: z.array(shapes.Likely) }),
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const items = await house.db.look(actorOfRequest(c).workspace, (tx) => likelySame(tx, id))
      return c.json({ items }, 200)
    },
  )

  api.openapi(
    route(house, 'get', '/people/{id}/joins/{other}', {
      says: 'What joining two people would give, before it is done',
      status: 200,
      answer: shapes.JoinPreview,
      params: asks.byPair,
    }),
    async (c) => {
      const { id, other } = c.req.valid('param')
      const { workspace, teammate } = actorOfRequest(c)
      const eyes = { me: teammate.id, now: house.clock.now() }
      const preview = await house.db.look(workspace, async (tx) => {
        const [keep, absorb] = [await mustBe(tx, id, eyes), await mustBe(tx, other, eyes)]
        const everyone = [...(await oneHuman(tx, id)), ...(await oneHuman(tx, other))]
        const missing = withoutConsent(await linkables(tx, everyone))
        return {
          keep,
          absorb,
          evidence: await evidenceOf(tx, id, other),
          refusal: keep.id === absorb.id ? sameAlready : missing.length > 0 ? consentMissing(missing) : null,
        }
      })
      return c.json(preview, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/people/{id}/kind', {
      says: 'Marks a person as one of our staff, a bot or a feed, or as a human again',
      status: 200,
      answer: Done,
      body: asks.NewKind,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { kind } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        const [head] = await mustBeOneHuman(tx, id)
        await setKind(tx, head, kind)
        await record(tx, [{ kind: 'person', at, by, personId: head, detail: { is: 'marked', as: kind } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

export const sameAlready = 'These two are one already.'

export const consentMissing = (of: readonly { handle: string | null }[]): string =>
  `X asks for the person's own yes before ${of.map(({ handle }) => handle ?? 'their name there').join(', ')} is linked with their other names. Write down their yes first.`

async function mustBe(tx: Tx, id: Id, { me, now }: { me: Id; now: Date }): Promise<shapes.Person> {
  const row = await person(tx, id)
  if (!row) throw new Refusal(404, 'There is nobody here by that id.')
  const all = await oneHuman(tx, id)
  const [conversations, held, wroteFirst, moments, verdict] = await Promise.all([
    linesOfPeople(tx, all, MOST_CONVERSATIONS),
    tiesWith(tx, all),
    pressureOn(tx, all, now),
    momentsOf(tx, all, { to: me, today: dayOf(now) }),
    lastVerdictOf(tx, all),
  ])
  return {
    ...row,
    identities: row.identities.map((it) => ({ ...it, asksConsent: asksConsent(it.channel) })),
    firstMet: row.firstMet.toISOString(),
    lastHeard: row.lastHeard?.toISOString() ?? null,
    conversations: await shown(tx, conversations),
    card: { called: row.called, spoken: row.spoken, pronouns: row.pronouns, reached: row.reached },
    moments: moments.map((it) => ({ ...it, at: it.at.toISOString() })),
    ties: held.map((tie) => showTie(tie, now)),
    wroteFirst,
    verdict: verdict && show.verdict(verdict),
  }
}
