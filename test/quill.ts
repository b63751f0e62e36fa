/** Somebody who will be forgotten: wherever "quill" is found then, something of her is left. */
import { type Db, sql } from '../src/db/db.ts'
import { beginDelivery, endDelivery } from '../src/domain/hook/delivery.store.ts'
import { insertIntroduction, saveSide } from '../src/domain/introduction/introduction.store.ts'
import { begin as beginWooing } from '../src/domain/wooing/wooing.store.ts'
import { newId } from '../src/lib/ids.ts'
import { acme, ada, at, bo, noon, said } from './cast.ts'
import type { Caller, openHouse } from './house.ts'

type Opened = Awaited<ReturnType<typeof openHouse>>

const about = { bio: 'quillbio', links: [{ url: 'https://quilllink.example/more', proven: false }] }
export const quill = {
  ...ada,
  about,
  id: 'did:quill',
  handle: 'quillhandle.example',
  name: 'Quillname',
  url: 'https://quilllink.example',
}
/** Her other name. */
export const twin = { ...quill, id: 'did:quill2', handle: 'quillhandle.elsewhere' }

/** What she says, and what is said around her. */
export const quillWords = [
  said('at://did:quill/1', quill, 'Quillwords: where is my cake?', {
    url: 'https://quilllink.example/1',
    at: at(1),
  }),
  said('at://did:quill/2', quill, 'Quillwords again, is my cake lost?', {
    inReplyTo: 'at://did:quill/1',
    at: at(2),
    title: 'Quilltitle',
  }),
  said('b1', bo, 'Mine is late too', { inReplyTo: 'at://did:quill/1', at: at(3) }),
  said('at://did:quill/3', quill, 'Quillwords elsewhere', { at: at(4) }),
  said('us1', acme, 'Dear Quillname, it is on its way', {
    inReplyTo: 'at://did:quill/3',
    at: at(5),
    reasons: ['room'],
  }),
  said('us0', acme, 'We open at seven', { at: at(5), reasons: ['room'] }),
  said('at://did:quill/4', quill, 'Quillwords: seven is late', { inReplyTo: 'us0', at: at(6) }),
  said('b2', bo, 'Where is my cake?', { at: at(7) }),
  said('at://did:quill2/1', twin, 'Quillwords of my other name', { at: at(8) }),
]
/** Something came of talking with them, they were given a word to say, and some of our time. */
export async function outcomeIn(db: Db, kit: Caller, talk: string): Promise<void> {
  const objective = newId()
  await db.in(kit.workspace, (tx) =>
    tx.run(sql`
      insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, owner_id, created_at)
      values (${objective}, ${kit.workspace}, 'Sell cakes', 'sales', 'orders', 0, 10, '2027-01-01', ${kit.teammate}, ${noon})`),
  )
  const outcome = { objective, conversation: talk, what: 'Quilloutcome', evidence: 'Quillevidence' }
  await kit.call('POST', '/outcomes', outcome)
  await kit.call('POST', '/codes', { objective, conversation: talk, word: 'QUILL1', what: 'Quillword said' })
  await kit.call('POST', '/care', { beats: [{ conversation: talk, reading: 20, writing: 10 }] })
}

/** The link by which they will say how we did. */
export async function asked(kit: Caller, talk: string): Promise<string> {
  await kit.call('PUT', '/how', { on: true })
  return ((await kit.call('POST', `/conversations/${talk}/how`)).body as unknown as { link: string }).link
}

export async function sayHow(app: Opened['app'], link: string, words: string): Promise<void> {
  const body = new URLSearchParams({ content: 'no', words })
  const { status } = await app.request(new URL(link).pathname, { method: 'POST', body })
  if (status !== 200) throw new Error(`how we did could not be said: ${status}`)
}

/** Something came by a signed door that names them, and was refused. */
export async function refuseAtDoor(db: Db, kit: Caller, body: string): Promise<void> {
  const { hook } = (await kit.call('POST', '/hooks', { name: 'The shop' })).body as unknown as { hook: { id: string } }
  await db.in(kit.workspace, async (tx) => {
    await beginDelivery(tx, hook.id, { id: 'msg_1', at: noon })
    await endDelivery(tx, hook.id, 'msg_1', {
      kind: null,
      refused: 'not to be read',
      body: `${body} quillhandle.example`,
    })
  })
}

/** They are on the way from complaint to friend, and were asked whether they would like to know the other. */
export async function woo(db: Db, kit: Caller, person: string, other: string): Promise<void> {
  await db.in(kit.workspace, async (tx) => {
    const introduction = {
      one: person,
      other,
      why: 'interest',
      about: 'Quillinterest',
      dismissed: false,
      by: kit.teammate,
      at: noon,
    } as const
    const id = newId()
    await insertIntroduction(tx, { ...introduction, id })
    await saveSide(tx, id, { person, said: 'yes', by: kit.teammate, at: noon })
    const reason = { is: 'let-down', times: 2 } as const
    await beginWooing(tx, { id: newId(), personId: person, conversationId: null, reason, at: noon })
  })
}
