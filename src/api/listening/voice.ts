/** The voice that we earn, over HTTP: what is said of a name untagged, beside others' names, and which words changed. */

import type { Tx } from '../../db/db.ts'
import { record } from '../../domain/happening/happening.store.ts'
import { changed, wordsIn } from '../../domain/voice/keyness.ts'
import * as read from '../../domain/voice/voice.read.ts'
import { actorOfRequest } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, byId, Done, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.voice.ts'

const dayMs = 86_400_000
const weeksShown = 13
const daysCompared = 28

export function voice(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/voice', {
      says: 'What is said of us and of others untagged: by week, tone, topic and room, and the words that changed',
      status: 200,
      answer: shapes.Voice,
      query: shapes.VoiceQuery,
    }),
    async (c) => {
      const { listener, room, topic } = c.req.valid('query')
      const asked = { listener: listener ?? null, room: room ?? null, topic: topic ?? null }
      const now = house.clock.now()
      const found = await house.db.look(actorOfRequest(c).workspace, (tx) => voiceOf(tx, asked, now))
      return c.json(found, 200)
    },
  )

  api.openapi(
    route(house, 'put', '/listeners/{id}/whose', {
      says: 'Whether a listener listens for our name or for another’s',
      status: 200,
      answer: Done,
      body: shapes.Whose,
      params: byId,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { anothers } = c.req.valid('json')
      const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
        if (!(await read.setAnothers(tx, id, anothers))) throw new Refusal(404, 'There is no listener here by that id.')
        await record(tx, [{ kind: 'voice', at, by, detail: { listener: id, anothers } }])
        return { ok: true } as const
      })
      return c.json(done, 200)
    },
  )
}

type Asked = { listener: string | null; room: string | null; topic: string | null }

async function voiceOf(tx: Tx, { listener, room, topic }: Asked, now: Date): Promise<shapes.Voice> {
  const spans = comparedAt(now)
  const names = await read.names(tx, spans)
  const of = listener ?? names.find(({ anothers }) => !anothers)?.id ?? names[0]?.id ?? null
  const mondays = mondaysUntil(now)
  const nothing = {
    names,
    of: null,
    weeks: [],
    topics: [],
    rooms: [],
    words: { more: [], less: [], of: { now: 0, before: 0 } },
  }
  if (of === null) return nothing
  const filter = { listenerId: of, room, topic }
  const [byWeek, topics, rooms, before, after] = await Promise.all([
    read.weeks(tx, filter, { from: mondays[0] as string, to: spans.now.to }),
    read.topics(tx, filter, spans),
    read.rooms(tx, filter, spans),
    read.texts(tx, of, spans.before),
    read.texts(tx, of, spans.now),
  ])
  const weeks = mondays.map((week) => {
    const counted = { week, angry: 0, annoyed: 0, sad: 0, plain: 0, glad: 0 }
    for (const it of byWeek) if (it.week === week) counted[it.tone] = it.said
    return counted
  })
  const words = { ...changed(wordsIn(before), wordsIn(after)), of: { now: after.length, before: before.length } }
  return { names, of, weeks, topics, rooms, words }
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Four weeks up to and with today, and the four before. */
function comparedAt(now: Date): read.Compared {
  const end = Math.floor(now.getTime() / dayMs) * dayMs + dayMs
  const [from, middle, to] = [end - 2 * daysCompared * dayMs, end - daysCompared * dayMs, end].map(dayOf) as [
    string,
    string,
    string,
  ]
  return { before: { from, to: middle }, now: { from: middle, to } }
}

function mondaysUntil(now: Date): string[] {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs
  return Array.from({ length: weeksShown }, (_, n) => dayOf(monday - (weeksShown - 1 - n) * 7 * dayMs))
}
