/** Whatever is remembered, held and bought while names are one human, each name has its own again when they are taken apart. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { heldClock, squareRoom } from '../../test/house.ts'
import { sql, type Tx } from '../db/db.ts'
import { everythingOf } from '../domain/forgetting/held.read.ts'
import { type Id, newId } from '../lib/ids.ts'
import { sealWith } from '../lib/seal.ts'
import { writeDeed } from './befriend.ts'
import { hold, letGo } from './hold-ties.ts'
import { joinPeople, takePeopleApart } from './join-people.ts'
import { erase, remember, settle } from './remember.ts'
import { setBuyer, takeOrder } from './take-order.ts'

const { db } = await freshDatabase()
const { workspace, kit } = await freshWorkspace(db)
const square = await squareRoom({ house: { db, clock: heldClock(noon), seal: sealWith('test') } as never }, workspace)
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.in(workspace, work)
const done = { by: kit, at: noon }

const many = 4
const who = fc.nat(many - 1)
const nth = fc.nat(2)
const history = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ is: fc.constant('join' as const), who, other: who }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('apart' as const), nth }) },
    { weight: 4, arbitrary: fc.record({ is: fc.constantFrom('remember', 'promise', 'deed', 'order', 'says'), who }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('note' as const), who, of: who }) },
    {
      weight: 2,
      arbitrary: fc.record({ is: fc.constantFrom('erase', 'settle', 'change order', 'give order'), nth, who }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ is: fc.constant('hold' as const), who, closeness: fc.constantFrom('friend', 'regular') }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('let go' as const), who }) },
  ),
  { minLength: 4, maxLength: 24 },
)
type Step = typeof history extends fc.Arbitrary<(infer S)[]> ? S : never

/** What belongs to a name, as the rules have it: written with a source, to the name that said it; else to the name that stands. */
type Own = {
  moments: Map<Id, string>
  deeds: string[]
  orders: Map<string, string>
  tie: string | null
  messages: number
}
const nothing = (): Own => ({ moments: new Map(), deeds: [], orders: new Map(), tie: null, messages: 1 })

test('each name has its own again, and what was changed meanwhile stays changed', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const town = await Town.begin()
      for (const step of steps) await town.take(step)
      await town.takeAllApart()
      for (const [at, own] of town.owned.entries()) expect(await heldOf(town.ids[at] as Id)).toEqual(asHeld(own))
    }),
    { numRuns: 20 },
  )
}, 60_000)

class Town {
  readonly ids: Id[]
  readonly owned = Array.from({ length: many }, nothing)
  /** Standing joins, each of two names by their numbers: absorbed into kept. */
  #joins: { id: Id; kept: number; absorbed: number }[] = []

  private constructor(ids: Id[]) {
    this.ids = ids
  }

  static async begin(): Promise<Town> {
    const ids: Id[] = []
    for (let at = 0; at < many; at++) ids.push((await speak(newId())).person)
    return new Town(ids)
  }

  async take(step: Step): Promise<void> {
    if (step.is === 'join') return this.#join(step.who, step.other)
    if (step.is === 'apart') return this.#apart(this.#joins[step.nth]?.id)
    if (step.is === 'note') return this.#remember(step.who, await this.#word(step.of), step.of)
    if ('nth' in step) return this.#change(step)
    const person = this.ids[step.who] as Id
    const head = this.owned[this.#head(step.who)] as Own
    const text = newId()
    if (step.is === 'says') await this.#word(step.who)
    if (step.is === 'remember') await this.#remember(step.who, null, this.#head(step.who))
    if (step.is === 'promise') await this.#remember(step.who, null, this.#head(step.who), 'promise')
    if (step.is === 'deed') {
      const deed = { kind: 'sent', text, confirmed: true, messageId: null, wooingId: null } as const
      await inside((tx) => writeDeed(tx, { ...deed, person, ...done }, newId))
      head.deeds.push(text)
    }
    if (step.is === 'order') {
      const order = await inside((tx) => takeOrder(tx, bought(text, 'placed'), { source: 'api', newId, ...done }))
      await inside((tx) => setBuyer(tx, (order as { id: Id }).id, person, done))
      this.#orders.push({ number: text, id: (order as { id: Id }).id })
      head.orders.set(text, 'placed')
    }
    if (step.is === 'hold') {
      await inside((tx) => hold(tx, { teammate: kit, person, closeness: step.closeness, everyDays: null, ...done }))
      const held = this.#names(step.who).find((name) => (this.owned[name] as Own).tie !== null)
      ;(this.owned[held ?? this.#head(step.who)] as Own).tie = step.closeness
    }
    if (step.is === 'let go') {
      await inside((tx) => letGo(tx, { teammate: kit, person, ...done }))
      for (const name of this.#names(step.who)) (this.owned[name] as Own).tie = null
    }
  }

  readonly #orders: { number: string; id: Id }[] = []

  async #change({ is, nth, who }: { is: string; nth: number; who: number }): Promise<void> {
    const all = this.owned.flatMap((own) => [...own.moments].map(([id, kind]) => ({ own, id, kind })))
    const moment = all[nth]
    if (is === 'erase' && moment) {
      await inside((tx) => erase(tx, moment.id, done))
      moment.own.moments.delete(moment.id)
    }
    if (is === 'settle' && moment?.kind === 'promise') {
      await inside((tx) => settle(tx, moment.id, 'kept', done))
      moment.own.moments.set(moment.id, 'promise kept')
    }
    const order = this.#orders[nth]
    if (order === undefined) return
    const buyer = this.owned.find(({ orders }) => orders.has(order.number)) as Own
    if (is === 'change order') {
      await inside((tx) => takeOrder(tx, bought(order.number, 'delivered'), { source: 'api', newId, ...done }))
      buyer.orders.set(order.number, 'delivered')
    }
    if (is === 'give order') {
      await inside((tx) => setBuyer(tx, order.id, this.ids[who] as Id, done))
      const status = buyer.orders.get(order.number) as string
      buyer.orders.delete(order.number)
      ;(this.owned[this.#head(who)] as Own).orders.set(order.number, status)
    }
  }

  async #word(name: number): Promise<Id> {
    ;(this.owned[name] as Own).messages++
    return (await speak(this.ids[name] as Id)).message
  }

  /** Refused where the message is another human's. */
  async #remember(name: number, messageId: Id | null, owner: number, kind: 'interest' | 'promise' = 'interest') {
    const moment = { kind, text: newId(), onDay: '2026-06-01', dueDay: null, sensitivity: 'ordinary' } as const
    const source = { expiresDay: null, onlyFor: null, messageId, replyId: null }
    const kept = await inside((tx) =>
      remember(tx, { ...moment, ...source, person: this.ids[name] as Id, ...done }, newId),
    )
    expect(kept.is).toBe(this.#names(name).includes(owner) ? 'remembered' : 'not-theirs')
    if (kept.is === 'remembered') (this.owned[owner] as Own).moments.set(kept.id, kind)
  }

  async #join(one: number, other: number): Promise<void> {
    const [kept, absorbed] = [this.#head(one), this.#head(other)]
    const asked = { keep: this.ids[one] as Id, absorb: this.ids[other] as Id, evidence: [], ...done }
    const joined = await inside((tx) => joinPeople(tx, asked, newId))
    expect(joined.is).toBe(kept === absorbed ? 'same' : 'joined')
    if (joined.is === 'joined') this.#joins.push({ id: joined.id, kept, absorbed })
  }

  async #apart(id: Id | undefined): Promise<void> {
    if (id === undefined) return
    await inside((tx) => takePeopleApart(tx, { id, ...done }))
    this.#joins = this.#joins.filter((join) => join.id !== id)
  }

  async takeAllApart(): Promise<void> {
    for (const { id } of this.#joins) await this.#apart(id)
  }

  #head(name: number): number {
    const into = this.#joins.find(({ absorbed }) => absorbed === name)
    return into ? this.#head(into.kept) : name
  }

  #names(name: number): number[] {
    return this.ids.map((_, at) => at).filter((at) => this.#head(at) === this.#head(name))
  }
}

const bought = (number: string, status: 'placed' | 'delivered') => ({
  ...{ number, status, placedAt: noon, statusAt: null, what: 'bread', value: null },
  buyer: { name: null, mail: null, account: null },
})

/** By their name on the square, which is also the person's id once it is known. */
const names = new Map<Id, string>()
let minutes = 0
async function speak(of: Id): Promise<{ person: Id; message: Id }> {
  const handle = names.get(of) ?? of
  const author = { id: handle, handle, name: handle, avatar: null, url: null, us: false }
  const id = newId()
  await square.say(said(id, author, 'hello', { at: at(minutes++) }))
  const found = await inside((tx) =>
    tx.row<{ person: Id; message: Id }>(
      sql`select person_id as person, id as message from message where external_id = ${id}`,
    ),
  )
  if (found === null) throw new Error('Nobody heard it')
  names.set(found.person, handle)
  return found
}

/** Sorted: in which order it is shown is another matter. */
const asHeld = ({ moments, deeds, orders, tie, messages }: Own) => ({
  moments: [...moments.values()].sort(),
  deeds: [...deeds].sort(),
  orders: [...orders].sort(),
  ties: tie === null ? [] : [tie],
  messages,
})

async function heldOf(person: Id) {
  const held = await inside((tx) => everythingOf(tx, [person]))
  return {
    moments: held.moments.map(({ kind, settled }) => (settled ? `${kind} ${settled}` : `${kind}`)).sort(),
    deeds: held.deeds.map(({ text }) => text).sort(),
    orders: held.orders.map(({ number, status }) => [number, status]).sort(),
    ties: held.ties.map(({ closeness }) => closeness),
    messages: held.messages.length,
  }
}
