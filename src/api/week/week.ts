/** The week in words, over HTTP: the page, the file, and whether it comes by mail. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Tx } from '../../db/db.ts'
import { type LetterLanguage, letterLanguages, letterOf } from '../../domain/week/letter.ts'
import { weekOf } from '../../domain/week/week.read.ts'
import { lastMail, setWeekIn, weekIn } from '../../domain/week/week.store.ts'
import { isMonday, lastMonday, sundayOf } from '../../domain/week/week.ts'
import { pdfOf } from '../../flows/week/pdf.ts'
import type { Id } from '../../lib/ids.ts'
import { actorOfRequest, type Env, letIn } from '../door/actor.ts'
import { Refusal } from '../door/problem.ts'
import { type Api, route } from '../door/route.ts'
import { write } from '../door/write.ts'
import type { House } from '../house.ts'
import * as shapes from './shapes.week.ts'

const Query = z.object({
  lang: z.enum(letterLanguages).default('en'),
  /** The Monday on which it began; without it: of the last that has ended. */
  monday: z.iso.date().optional(),
})

export function weeks(api: Api, house: House): void {
  api.openapi(
    route(house, 'get', '/week', {
      says: 'A week in words: what changed, and what to do next',
      status: 200,
      answer: shapes.Letter,
      query: Query,
    }),
    async (c) => c.json((await told(c, house, c.req.valid('query'))).shown, 200),
  )

  api.get('/week.pdf', letIn(house, 'GET /api/v1/week.pdf'), async (c) => {
    const asked = Query.safeParse(c.req.query())
    if (!asked.success) throw new Refusal(422, 'This could not be read.', String(asked.error.issues[0]?.path[0] ?? ''))
    const { shown, language } = await told(c, house, asked.data)
    const workspace = actorOfRequest(c).workspaceName
    const file = await pdfOf({ letter: shown, language, workspace, at: house.clock.now() })
    c.header('content-type', 'application/pdf')
    c.header('content-disposition', `attachment; filename="${shown.from}.pdf"`)
    return c.body(new Uint8Array(file))
  })

  const mail = async (tx: Tx, me: Id): Promise<shapes.WeekMail> => ({
    mails: house.mails,
    language: await weekIn(tx, me),
    last: await lastMail(tx, me),
  })

  api.openapi(
    route(house, 'get', '/week/mail', {
      says: 'Whether the week comes to me by mail',
      status: 200,
      answer: shapes.WeekMail,
    }),
    async (c) => {
      const { workspace, teammate } = actorOfRequest(c)
      return c.json(await house.db.look(workspace, (tx) => mail(tx, teammate.id)), 200)
    },
  )

  api.openapi(
    route(house, 'put', '/week/mail', {
      says: 'Sets whether the week comes to me by mail each Monday',
      status: 200,
      answer: shapes.WeekMail,
      body: shapes.NewWeekMail,
    }),
    async (c) => {
      const { language } = c.req.valid('json')
      if (language !== null && !house.mails)
        throw new Refusal(422, 'This desk has no mail server. Whoever runs it names one in EARSHOT_MAIL.', 'language')
      const now = await write(c, house, async (tx, { teammate }) => {
        await setWeekIn(tx, teammate.id, language)
        return mail(tx, teammate.id)
      })
      return c.json(now, 200)
    },
  )
}

async function told(c: Context<Env>, house: House, { lang, monday }: z.infer<typeof Query>) {
  const now = house.clock.now()
  const from = monday ?? lastMonday(now)
  if (!isMonday(from)) throw new Refusal(422, 'A week begins on a Monday.', 'monday')
  const week = await house.db.look(actorOfRequest(c).workspace, (tx) => weekOf(tx, from, now))
  const language: LetterLanguage = lang
  return { language, shown: { from, to: sundayOf(from), ...copied(letterOf(week, language, now)) } }
}

const copied = ({ title, changed, next }: ReturnType<typeof letterOf>) => ({
  title,
  changed: [...changed],
  next: [...next],
})
