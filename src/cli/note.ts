/** earshot note: writes down what to remember of a person, from a call or a meeting. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Db } from '../db/db.ts'
import { understoodOf, untaught } from '../domain/message/understood.ts'
import { dayOf, type MomentKind } from '../domain/moment/moment.ts'
import { promisedIn, proposedOf } from '../domain/moment/proposed.ts'
import { PersonMissing } from '../domain/person/joining.store.ts'
import { type PersonLine, peopleNamed, person as personOf } from '../domain/person/person.read.ts'
import { membersByMail } from '../domain/teammate/teammate.store.ts'
import { remember } from '../flows/remember.ts'
import { type Id, newId } from '../lib/ids.ts'
import { atDesk, theWorkspace } from './desk.ts'
import { printable } from './printable.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'
import { table } from './table.ts'

export const about = 'writes down what to remember of a person, from a call or a meeting'
export const usage = `note NAME 'WORDS' --by MAIL [--on DATE] [--kind KIND] [--due DATE] [--person ID] [--workspace NAME]

  --by MAIL         Which teammate writes it down.
  --on DATE         When it was: 2026-06-01. Today unless said.
  --kind KIND       hiccup, celebration, loss, order, preference, interest or promise. Told by the words where they say it.
  --due DATE        Of a promise: by when. Told by the words where they say it.
  --person ID       Where the name fits several people, which of them.
  --workspace NAME  Where there is more than one.

earshot note 'Ada' "rang: her delivery came two weeks late" --by kit@acme.example`

const options = {
  by: { type: 'string' },
  on: { type: 'string' },
  kind: { type: 'string' },
  due: { type: 'string' },
  person: { type: 'string' },
  workspace: { type: 'string' },
} as const
const kinds: readonly MomentKind[] = ['hiccup', 'celebration', 'loss', 'order', 'preference', 'interest', 'promise']
const mostWords = 2_000
const mostListed = 20

export async function run(args: string[]): Promise<number> {
  const asked = readArgs(args)
  return atDesk(async ({ db }) => {
    const { workspaceId } = await theWorkspace(db, asked.workspace)
    const by = await teammateWith(db, workspaceId, asked.by)
    const who = await whoIsMeant(db, workspaceId, asked)
    const at = new Date()
    const { kind, onDay, dueDay } = momentIn(asked, at)
    await db.in(workspaceId, async (tx) => {
      const sensitivity = kind === 'loss' ? ('tender' as const) : ('ordinary' as const)
      const source = { messageId: null, replyId: null, expiresDay: null, onlyFor: null }
      const moment = { kind, text: asked.words, onDay, dueDay, sensitivity, ...source }
      const written = await remember(tx, { ...moment, person: who.id, by, at }, newId)
      if (written.is === 'wrong') throw new CommandRefused(written.why)
    })
    const due = dueDay === null ? '' : `, due ${dueDay}`
    console.log(`Remembered of ${printable(who.name)}: ${kind}, ${onDay}${due}. ${printable(asked.words)}`)
    return 0
  })
}

type Asked = ReturnType<typeof readArgs>

function readArgs(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const { by, on = null, due = null, kind, person = null, workspace } = values
  const name = positionals[0]?.trim()
  const words = positionals[1]?.trim()
  if (!name) throw new UsageWrong("Of whom? earshot note 'Ada' 'her delivery came late' --by MAIL")
  if (!words) throw new UsageWrong('What is there to remember?')
  if (positionals.length > 2) throw new UsageWrong('Put name and words in quotes, so that each is one.')
  if (words.length > mostWords) throw new UsageWrong(`That is too long: at most ${mostWords} characters.`)
  if (!by) throw new UsageWrong('Who writes it down? Say it by --by MAIL.')
  for (const [option, day] of [
    ['--on', on],
    ['--due', due],
  ] as const)
    if (day !== null && !z.iso.date().safeParse(day).success) throw new UsageWrong(`${option} is a day: 2026-06-01.`)
  const known = kinds.find((it) => it === kind)
  if (kind !== undefined && known === undefined) throw new UsageWrong(`--kind is one of ${kinds.join(', ')}.`)
  return { name, words, by: by.trim().toLowerCase(), on, due, kind: known ?? null, person, workspace }
}

/** What was not said is read out of the words. Throws CommandRefused where they don't say it either. */
function momentIn(
  { words, kind, on, due }: Asked,
  now: Date,
): { kind: MomentKind; onDay: string; dueDay: string | null } {
  const at = on === null ? now : new Date(on)
  const said = { title: null, text: words, langs: [] }
  const read = kind ?? proposedOf({ ...said, at, labels: understoodOf(said, untaught).labels })?.kind
  if (read === undefined) throw new CommandRefused(`What is it? Say it by --kind: ${kinds.join(', ')}.`)
  return {
    kind: read,
    onDay: dayOf(at),
    dueDay: due ?? (read === 'promise' ? (promisedIn({ text: words, at })?.dueDay ?? null) : null),
  }
}

async function teammateWith(db: Db, workspace: Id, mail: string): Promise<Id> {
  const member = (await db.outside((tx) => membersByMail(tx, mail))).find((it) => it.workspaceId === workspace)
  if (!member) throw new CommandRefused(`${printable(mail)} is no teammate here.`)
  if (member.role === 'guest') throw new CommandRefused(`${printable(mail)} is a guest, and guests remember nobody.`)
  return member.teammateId
}

/** Throws CommandRefused where it is nobody, or could be several. */
async function whoIsMeant(db: Db, workspace: Id, { name, person }: Asked): Promise<Pick<PersonLine, 'id' | 'name'>> {
  return db.look(workspace, async (tx) => {
    if (person !== null) {
      const found = z.uuid().safeParse(person).success ? await personOf(tx, person) : null
      if (found === null) throw new CommandRefused(new PersonMissing().message)
      return found
    }
    const found = await peopleNamed(tx, name, mostListed)
    const [only, ...more] = found
    if (only === undefined) throw new CommandRefused(`Nobody here is called ${printable(name)}.`)
    if (more.length === 0) return only
    const rows = found.map((it) => [it.id, it.name, it.handle ?? ''])
    throw new CommandRefused(`Several people fit. Say which by --person ID:\n${table(rows)}`)
  })
}
