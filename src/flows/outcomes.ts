/** What came of talking: writing an outcome down by hand, at closing, by a code or from outside; disputing and withdrawing it. */
import type { Tx } from '../db/db.ts'
import { spentFor } from '../domain/care/care.store.ts'
import { record } from '../domain/happening/happening.store.ts'
import { type Code, codeCalled } from '../domain/outcome/code.store.ts'
import * as store from '../domain/outcome/outcome.store.ts'
import { type Change, type Outcome, type Source, type Wrong, withdraw, wrongWith } from '../domain/outcome/outcome.ts'
import { objectivesCounting, served, touchesBefore, whoHasMail, worthOf } from '../domain/outcome/served.read.ts'
import * as upshots from '../domain/outcome/upshot.store.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import type { Id, NewId } from '../lib/ids.ts'

/** What is not said is told by the code, by the conversation (who) and by the objective (what one is worth). */
export type NewOutcome = {
  code: string | null
  objective: Id | null
  what: string | null
  valueCents: number | null
  currency: string | null
  at: Date
  person: Id | null
  conversation: Id | null
  evidence: string
  source: Source
  key: string | null
}

export type Written =
  /** `fresh` false: it had been written down before under its key, and stands as it did. */
  | { is: 'written'; id: Id; fresh: boolean }
  | { is: 'wrong'; field: Wrong['field'] | 'objective' | 'code' | 'conversation'; why: string }

/** In what currency a value is that nobody named one for. */
const USUAL_CURRENCY = 'EUR'

/** `by` null: it came by itself. Throws PersonMissing. */
export async function writeOutcome(
  tx: Tx,
  asked: NewOutcome,
  { by, at }: { by: Id | null; at: Date },
  newId: NewId,
): Promise<Written> {
  const code = asked.code === null ? null : await codeCalled(tx, asked.code)
  if (asked.code !== null && code === null)
    return { is: 'wrong', field: 'code', why: `Nobody was given the code ${asked.code}.` }
  const told = { ...asked, ...(code && toldBy(code, asked)) }
  const worth = told.objective === null ? null : await worthOf(tx, told.objective)
  if (worth === null) return { is: 'wrong', field: 'objective', why: 'For which objective? There is none by that id.' }
  if (worth.letGo) return { is: 'wrong', field: 'objective', why: 'That objective was let go. Take it up again first.' }
  const talk = told.conversation === null ? undefined : (await served(tx, [told.conversation]))[0]
  if (told.conversation !== null && !talk)
    return { is: 'wrong', field: 'conversation', why: 'There is no such conversation here.' }
  const who = told.person ?? talk?.personId ?? null
  const people = who === null ? [] : await mustBeOneHuman(tx, who)
  const outcome: Outcome = {
    id: newId(),
    objectiveId: worth.id,
    personId: people[0] ?? null,
    conversationId: told.conversation,
    what: told.what ?? '',
    valueCents: told.valueCents ?? worth.valueCents ?? 0,
    currency: told.currency ?? worth.currency ?? USUAL_CURRENCY,
    at: told.at,
    evidence: told.evidence,
    source: told.source,
    key: told.key,
    disputed: null,
    withdrawn: null,
  }
  const wrong = wrongWith(outcome, at)
  if (wrong) return { is: 'wrong', ...wrong }
  const touches = await touchesBefore(tx, { at: outcome.at, people, conversation: outcome.conversationId })
  const { id, fresh } = await store.insertOutcome(tx, outcome, touches, { by, at })
  if (fresh && outcome.conversationId) await spentFor(tx, outcome.conversationId, outcome.objectiveId)
  if (fresh) await tell(tx, outcome, 'written', { by, at })
  return { is: 'written', id, fresh }
}

/**
 * What another program tells: a sign-up or a booking. Without a code it is of the only objective that counts such; of somebody
 * whose mail address we don't know it is of nobody, and nobody is invented.
 */
export async function writeToldOutcome(
  tx: Tx,
  counts: 'sign-ups' | 'meetings',
  { mail, ...told }: Omit<NewOutcome, 'objective' | 'person' | 'conversation' | 'source'> & { mail: string | null },
  at: Date,
  newId: NewId,
): Promise<Written> {
  const counting = await objectivesCounting(tx, counts)
  const objective = counting.length === 1 ? (counting[0] ?? null) : null
  if (told.code === null && objective === null)
    return {
      is: 'wrong',
      field: 'objective',
      why: `One objective that counts ${counts} must stand here, or name a code.`,
    }
  const person = mail === null ? null : await whoHasMail(tx, mail)
  const of = told.code === null ? objective : null
  return writeOutcome(
    tx,
    { ...told, objective: of, person, conversation: null, source: 'webhook' },
    { by: null, at },
    newId,
  )
}

/** What was said in so many words goes before what the code says. */
const toldBy = (code: Code, asked: NewOutcome) => ({
  objective: asked.objective ?? code.objectiveId,
  person: asked.person ?? code.personId,
  conversation: asked.conversation ?? code.conversationId,
  what: asked.what ?? code.what,
  source: code.target === null ? ('code' as const) : ('link' as const),
})

/** Disputes, withdraws, or takes either back, as `rule` says. Throws OutcomeMissing. */
export async function changeOutcome(
  tx: Tx,
  id: Id,
  rule: (now: Outcome) => Change,
  done: { by: Id | null; at: Date },
): Promise<void> {
  const { next, happened } = await store.change(tx, id, rule)
  if (happened !== null) await tell(tx, next, happened, done)
}

export type Said =
  | { said: 'something'; outcome: Omit<NewOutcome, 'conversation' | 'source'> }
  | { said: 'nothing' }
  | { said: 'later'; askOn: string }

/**
 * What came of a conversation, as somebody says at closing or when they are asked again. Said anew it replaces what had been
 * said: an outcome that was written down by it is withdrawn. It never changes how the conversation stands.
 */
export async function sayUpshot(
  tx: Tx,
  conversation: Id,
  it: Said,
  done: { by: Id; at: Date },
  newId: NewId,
): Promise<Written | { is: 'said' }> {
  await takeUpshotBack(tx, conversation, done)
  switch (it.said) {
    case 'something': {
      const written = await writeOutcome(tx, { ...it.outcome, conversation, source: 'closing' }, done, newId)
      if (written.is === 'written')
        await upshots.saveUpshot(tx, conversation, { said: 'something', outcomeId: written.id }, done)
      return written
    }
    case 'nothing':
    case 'later':
      await upshots.saveUpshot(tx, conversation, it, done)
      await record(tx, [{ kind: 'upshot', ...done, conversationId: conversation, detail: { is: it.said } }])
      return { is: 'said' }
  }
}

/** As if nobody had been asked. False: nobody had said anything. */
export async function takeUpshotBack(tx: Tx, conversation: Id, done: { by: Id; at: Date }): Promise<boolean> {
  const before = await upshots.upshotForChange(tx, conversation)
  if (before === null) return false
  if (before.outcomeId) await changeOutcome(tx, before.outcomeId, (now) => withdraw(now, done), done)
  await upshots.dropUpshot(tx, conversation)
  await record(tx, [{ kind: 'upshot', ...done, conversationId: conversation, detail: { is: 'taken back' } }])
  return true
}

/** The happening has no words of it: who is forgotten leaves none there. */
const tell = (tx: Tx, it: Outcome, is: string, done: { by: Id | null; at: Date }) =>
  record(tx, [
    {
      kind: 'outcome',
      ...done,
      ...(it.conversationId && { conversationId: it.conversationId }),
      ...(it.personId && { personId: it.personId }),
      detail: { is, outcome: it.id, objective: it.objectiveId },
    },
  ])
