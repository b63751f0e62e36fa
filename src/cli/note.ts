/** earshot note: writes down what to remember of a person, from a call or a meeting, and what came of it. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Db, Tx } from '../db/db.ts'
import { understoodOf, untaught } from '../domain/message/understood.ts'
import { dayOf, type MomentKind } from '../domain/moment/moment.ts'
import { promisedIn, proposedOf } from '../domain/moment/proposed.ts'
import { objectivesNamed } from '../domain/outcome/served.read.ts'
import { PersonMissing } from '../domain/person/joining.store.ts'
import { type PersonLine, peopleNamed, person as personOf } from '../domain/person/person.read.ts'
import { membersByMail } from '../domain/teammate/teammate.store.ts'
import { writeOutcome } from '../flows/outcomes.ts'
import { remember } from '../flows/remember.ts'
import { type Id, newId } from '../lib/ids.ts'
import { centsOf } from './cents.ts'
import { atDesk, theWorkspace } from './desk.ts'
import { printable } from './printable.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'
import { table } from './table.ts'

export const about = 'writes down what to remember of a person, from a call or a meeting'
export const usage = `note NAME 'WORDS' --by MAIL [--on DATE] [--kind KIND] [--due DATE] [--outcome WHAT --objective RESULT [--value 18.50]] [--person ID] [--workspace NAME]

  --by MAIL           Which teammate writes it down.
  --on DATE           When it was: 2026-06-01. Today unless said.
  --kind KIND         hiccup, celebration, loss, order, preference, interest or promise. Told by the words where they say it.
  --due DATE          Of a promise: by when. Told by the words where they say it.
  --outcome WHAT      What came of it, besides: "a cake at the till". The words are its evidence.
  --objective RESULT  Of which objective: its sentence, or how that begins.
  --value 18.50       What it was worth. Unless said, what one is worth to the objective.
  --person ID         Where the name fits several people, which of them.
  --workspace NAME    Where there is more than one.

earshot note 'Ada' "rang: her delivery came two weeks late" --by kit@acme.example
earshot note 'Ada' "came by, and we talked about her wedding" --by kit@acme.example --outcome 'a cake for forty' --objective 'Forty cakes' --value 180`

const options = {
  by: { type: 'string' },
  on: { type: 'string' },
  kind: { type: 'string' },
  due: { type: 'string' },
  outcome: { type: 'string' },
  objective: { type: 'string' },
  value: { type: 'string' },
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
    const moment = momentIn(asked, at)
    await db.in(workspaceId, async (tx) => {
      if (moment !== null) await rememberOf(tx, who.id, asked.words, moment, { by, at })
      if (asked.outcome !== null) await cameOf(tx, who.id, asked.words, asked.outcome, { by, at })
    })
    if (moment !== null) {
      const due = moment.dueDay === null ? '' : `, due ${moment.dueDay}`
      console.log(
        `Remembered of ${printable(who.name)}: ${moment.kind}, ${moment.onDay}${due}. ${printable(asked.words)}`,
      )
    }
    if (asked.outcome !== null)
      console.log(`Written down for ${printable(who.name)}: ${printable(asked.outcome.what)}.`)
    return 0
  })
}

type Done = { by: Id; at: Date }
type Noted = { kind: MomentKind; onDay: string; dueDay: string | null }
type CameOf = { what: string; objective: string; valueCents: number | null; on: string | null }

async function rememberOf(tx: Tx, person: Id, text: string, noted: Noted, done: Done): Promise<void> {
  const sensitivity = noted.kind === 'loss' ? ('tender' as const) : ('ordinary' as const)
  const source = { messageId: null, replyId: null, expiresDay: null, onlyFor: null }
  const written = await remember(tx, { ...noted, ...source, text, sensitivity, person, ...done }, newId)
  if (written.is === 'wrong') throw new CommandRefused(written.why)
}

/** Throws CommandRefused where the objective is none, or could be several. */
async function cameOf(tx: Tx, person: Id, evidence: string, it: CameOf, done: Done): Promise<void> {
  const [objective, another] = await objectivesNamed(tx, it.objective)
  if (!objective || another)
    throw new CommandRefused(
      `${objective ? 'Several objectives begin' : 'No objective begins'} with "${printable(it.objective)}".`,
    )
  const { what, valueCents, on } = it
  const outcome = {
    what,
    valueCents,
    evidence,
    person,
    objective: objective.id,
    at: on === null ? done.at : new Date(on),
  }
  const nothing = { code: null, currency: null, conversation: null, key: null }
  const written = await writeOutcome(tx, { ...outcome, ...nothing, source: 'hand' }, done, newId)
  if (written.is === 'wrong') throw new CommandRefused(written.why)
}

type Asked = ReturnType<typeof readArgs>

function readArgs(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const { by, on = null, due = null, kind, outcome, objective, value = '', person = null, workspace } = values
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
  if (outcome === undefined && (objective !== undefined || value !== ''))
    throw new UsageWrong("What came of it? Say it by --outcome 'a cake at the till'.")
  if (outcome !== undefined && !objective)
    throw new UsageWrong("Of which objective did it come? Say how its sentence begins by --objective 'Forty cakes'.")
  const valueCents = centsOf(value)
  if (valueCents === undefined) throw new UsageWrong(`--value is an amount such as 19.90, and "${value}" is none.`)
  const came = outcome === undefined ? null : { what: outcome.trim(), objective: objective ?? '', valueCents, on }
  return { name, words, by: by.trim().toLowerCase(), on, due, kind: known ?? null, outcome: came, person, workspace }
}

/** What was not said is read out of the words. Null: they don't say it, and the outcome is all. Throws CommandRefused where there is none. */
function momentIn({ words, kind, on, due, outcome }: Asked, now: Date): Noted | null {
  const at = on === null ? now : new Date(on)
  const said = { title: null, text: words, langs: [] }
  const read = kind ?? proposedOf({ ...said, at, labels: understoodOf(said, untaught).labels })?.kind
  if (read === undefined && outcome !== null) return null
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
