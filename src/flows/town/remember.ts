/** What the town's people are to us: which of their names are one, who holds them and what to remember, as remembered.txt tells. */
import { sql, type Tx } from '../../db/db.ts'
import { dayOf } from '../../domain/moment/moment.ts'
import { evidenceOf } from '../../domain/person/likely.read.ts'
import type { Id, NewId } from '../../lib/ids.ts'
import { hold } from '../hold-ties.ts'
import { joinPeople } from '../join-people.ts'
import { saveCard, remember as write } from '../remember.ts'
import { type Fact, facts } from './facts.ts'
import type { Staging } from './play.ts'

/** `handleOf`: of somebody by their key. `channels`: where the town talks, and where its blog does. */
export type Townspeople = { handleOf: (who: string) => string; channels: { square: string; blog: string } }
type Standing = Pick<Staging, 'colleagues' | 'at'> & Townspeople

/** After everything was said. Throws where a fact names somebody who never spoke. */
export async function remember(tx: Tx, standing: Standing, newId: NewId): Promise<void> {
  for (const fact of facts) await tell(tx, fact, standing, newId)
}

async function tell(tx: Tx, fact: Fact, { colleagues, at: now, handleOf, channels }: Standing, newId: NewId) {
  const handle = handleOf(fact.who)
  const at = new Date(now.getTime() - fact.ago)
  const by = colleagues[fact.by]
  switch (fact.is) {
    case 'join': {
      const [keep, absorb] = [await personOf(tx, handle, channels.square), await personOf(tx, handle, channels.blog)]
      await joinPeople(tx, { keep, absorb, evidence: await evidenceOf(tx, keep, absorb), by, at }, newId)
      return
    }
    case 'tie': {
      const { closeness, everyDays } = fact
      await hold(tx, { teammate: by, person: await anyOf(tx, handle), closeness, everyDays, by, at })
      return
    }
    case 'moment': {
      const { kind, text, sensitivity, dueIn } = fact
      const dueDay = dueIn === null ? null : dayOf(new Date(now.getTime() + dueIn))
      const moment = {
        kind,
        text,
        sensitivity,
        dueDay,
        onDay: dayOf(at),
        expiresDay: null,
        onlyFor: null,
        messageId: null,
        replyId: null,
      }
      await write(tx, { ...moment, person: await anyOf(tx, handle), by, at }, newId)
      return
    }
    case 'card': {
      const { called, spoken, pronouns } = fact
      await saveCard(tx, await anyOf(tx, handle), { called, spoken, pronouns, reached: null }, { by, at })
      return
    }
  }
}

/** On whichever channel they spoke. */
async function anyOf(tx: Tx, handle: string): Promise<Id> {
  const found = await tx.row<{ personId: Id }>(sql`
    select person_id from identity
    where workspace_id = ${tx.workspace} and external_id = ${handle} order by channel limit 1`)
  if (!found) throw new Error(`${handle} has not spoken.`)
  return found.personId
}

async function personOf(tx: Tx, handle: string, channel: string): Promise<Id> {
  const found = await tx.row<{ personId: Id }>(sql`
    select person_id from identity
    where workspace_id = ${tx.workspace} and channel = ${channel} and external_id = ${handle}`)
  if (!found) throw new Error(`${handle} has not spoken on ${channel}.`)
  return found.personId
}
