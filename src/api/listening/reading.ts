/** A query read without being kept: where it can't be read, what it would have heard, and what to exclude from it. */
import type { Tx } from '../../db/db.ts'
import { counted, type Judgement, judgements } from '../../domain/listener/judgement.store.ts'
import { toExclude } from '../../flows/judge.ts'
import { type Tried, tryQuery } from '../../flows/try-query.ts'
import type { Id } from '../../lib/ids.ts'
import { type From, importQuery } from '../../listening/importers/import.ts'
import type { NotCarried } from '../../listening/importers/imported.ts'
import { parse } from '../../listening/parse.ts'
import { print, type Query } from '../../listening/query.ts'
import { QueryError } from '../../listening/query-error.ts'
import { refuseAsListener } from '../../listening/too-broad.ts'
import * as asks from '../asks.ts'
import { found } from '../conversations/found.ts'
import { actorOfRequest } from '../door/actor.ts'
import { type Api, route } from '../door/route.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.listeners.ts'

export function reading(api: Api, house: House): void {
  api.openapi(
    route(house, 'post', '/listeners/reading', {
      says: 'Reads a query without keeping it: what is wrong with it, what it would have heard in the last 30 days, what to exclude',
      status: 200,
      answer: shapes.Reading,
      body: asks.NewReading,
    }),
    async (c) => {
      const { workspace } = actorOfRequest(c)
      const asked = c.req.valid('json')
      const { query, error, notCarried } = readAny(asked.query, asked.from)
      if (query === null) return c.json({ query, error, notCarried, refusal: null, found: null, tuning: [] }, 200)

      const { rooms, examples: most } = asked
      const source = asked.from === undefined ? asked.query : print(query)
      const tried = asked.look
        ? await tryQuery(house.db, { workspace, query, rooms, most }, house.clock, c.req.raw.signal)
        : null
      const judged = asked.judged.map(({ id, aboutUs }) => ({ messageId: id, aboutUs }))
      const more = await house.db.in(workspace, async (tx) => {
        const said = await saidOf(tx, asked.listener ?? null, judged)
        return {
          found: tried && {
            ...tried,
            since: tried.since.toISOString(),
            examples: await examplesOf(tx, tried, said),
          },
          tuning: await toExclude(tx, { source, query }, [...said.values()], house.clock.now()),
        }
      })
      return c.json({ query: print(query), error, notCarried, refusal: refuseAsListener(query), ...more }, 200)
    },
  )
}

type Read = { query: Query | null; error: shapes.Reading['error']; notCarried: NotCarried[] }

/** A query in our language, or in that of another tool. */
function readAny(source: string, from: From | undefined): Read {
  try {
    if (from === undefined) return { query: parse(source), error: null, notCarried: [] }
    const { query, notCarried } = importQuery(from, source)
    return { query: query === null ? null : parse(query), error: null, notCarried: [...notCarried] }
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    const { at, line, column, problem } = error
    return { query: null, error: { at, line, column, problem }, notCarried: [] }
  }
}

type Said = Judgement & { judgement: shapes.Judgement }

/** What was said of messages: what comes with the question goes before what was kept with the listener. */
async function saidOf(tx: Tx, listener: Id | null, judged: readonly Judgement[]): Promise<Map<Id, Said>> {
  const kept = listener === null ? [] : await judgements(tx, listener, counted.tuning)
  return new Map([
    ...kept.map(({ messageId, aboutUs, by, at }): [Id, Said] => [
      messageId,
      { messageId, aboutUs, judgement: { aboutUs, by, at: at.toISOString() } },
    ]),
    ...judged.map(({ messageId, aboutUs }): [Id, Said] => [
      messageId,
      { messageId, aboutUs, judgement: { aboutUs, by: null, at: null } },
    ]),
  ])
}

async function examplesOf(tx: Tx, { examples }: Tried, said: ReadonlyMap<Id, Said>): Promise<shapes.Example[]> {
  const why = new Map(examples.map((it) => [it.id, it]))
  return (await found(tx, examples)).map((it) => ({
    ...it,
    titleSpans: why.get(it.message.id)?.titleSpans ?? [],
    because: why.get(it.message.id)?.because ?? [],
    judgement: said.get(it.message.id)?.judgement ?? null,
  }))
}
