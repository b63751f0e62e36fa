/** A workspace in which each kind of thing exists: for those who ask what others see of it. */
import { grouping } from '../src/flows/group.ts'
import { spot } from '../src/flows/woo.ts'
import { placeSome } from '../src/jobs/placing.ts'
import { newId } from '../src/lib/ids.ts'
import { ada, at, bo, said } from './cast.ts'
import { type Caller, founder, type openHouse, squareRoom } from './house.ts'

type Opened = Awaited<ReturnType<typeof openHouse>>

/** Every id that a path can take, from a workspace where each kind of thing exists. */
export async function everythingIn(
  opened: Opened,
  name: string,
): Promise<{ kit: Caller; ids: Record<string, string> }> {
  const kit = await founder(opened, name)
  const { roomId, say } = await squareRoom(opened, kit.workspace)
  await say(said('b', bo, 'hello'), said('a', ada, `Where is my canary-${name}?`, { at: at(-1) }))
  await placeSome({ ...opened.house, questions: grouping(newId) })
  const line = (await kit.call('GET', '/conversations')).body.items?.[0]
  const conversation = line?.id as string
  const reply = (await kit.call('POST', `/conversations/${conversation}/replies`, { text: `canary-${name} reply` }))
    .body.id as string
  await kit.call('POST', `/conversations/${conversation}/notes`, { text: `canary-${name} note` })
  const listener = (await kit.call('POST', '/listeners', { name: `canary-${name}`, query: 'cake' })).body.id as string
  const message = (await kit.call('GET', `/conversations/${conversation}`)).body.thread?.[0]?.id as string
  await kit.call('PUT', `/listeners/${listener}/judgements/${message}`, { aboutUs: true })
  await kit.call('PUT', `/messages/${message}/understanding`, { complaint: true })
  const invitation = (await kit.call('POST', '/invitations', { mail: `canary-${name}@x.example`, role: 'teammate' }))
    .body.invitation?.id as string
  const token = (await kit.call('POST', '/tokens', { name: `canary-${name}`, scopes: ['read'] })).body.token
    ?.id as string
  const happening = String((await kit.call('POST', `/conversations/${conversation}/noted`)).body.undo)
  const question = (await kit.call('GET', '/questions')).body.items?.[0]?.id as string
  await kit.call('PUT', `/questions/${question}/answer`, { text: `canary-${name}`, reviewOn: '2027-01-01' })
  const named = async (q: string) => (await kit.call('GET', `/people?q=${q}`)).body.items?.[0]?.id as string
  const [person, other] = [await named('ada'), await named('bo')]
  const join = (await kit.call('POST', `/people/${person}/joins`, { other })).body.id
  const { identities } = (await kit.call('GET', `/people/${person}`)).body as unknown as {
    identities: { id: string }[]
  }
  const promise = { kind: 'promise', text: `canary-${name}` }
  const moment = (await kit.call('POST', `/people/${person}/moments`, promise)).body.id
  await say(said('c', { ...bo, id: 'cy', name: `Cy canary-${name}` }, 'good morning'))
  const pair = { one: person, other: await named('cy'), why: 'interest', about: `canary-${name}` }
  const introduction = (await kit.call('POST', '/introductions', pair)).body.id
  const watch = { rung: 'watch', reason: `canary-${name}`, until: '2026-07-01' }
  const rung = (await kit.call('POST', `/people/${person}/ladder`, watch)).body.id
  const wooing = await wooingOf(opened, kit, person)
  const deed = (await kit.call('POST', `/people/${person}/deeds`, { kind: 'sent', text: `canary-${name}` })).body.id
  const wanted = { kind: 'service', measure: 'told', baseline: 0, target: 9, due: '2027-01-01' }
  const objective = (await kit.call('POST', '/objectives', { ...wanted, result: `canary-${name}` })).body.id
  await kit.call('PUT', `/objectives/${objective}/number`, { number: 1 })
  const outcome = (await kit.call('POST', '/outcomes', { objective, conversation, what: `canary-${name}` })).body.id
  await kit.call('POST', '/codes', { objective, conversation, target: 'https://x.example', what: `canary-${name}` })
  await kit.call('PUT', '/how', { on: true })
  await kit.call('POST', `/conversations/${conversation}/how`)
  await kit.call('PUT', `/conversations/${conversation}/upshot`, { said: 'later', askOn: '2026-01-01' })
  await kit.call('POST', '/care', { beats: [{ conversation, reading: 9, writing: 1 }] })
  const care = (await kit.call('GET', '/care')).body.items?.[0]?.id as string
  const hook = (
    (await kit.call('POST', '/hooks', { name: `canary-${name}` })).body as unknown as { hook: { id: string } }
  ).hook.id
  const bought = {
    number: `canary-${name}`,
    placedAt: '2026-05-31T10:00:00Z',
    buyer: { channel: 'square', handle: 'ada' },
  }
  const order = (await kit.call('POST', '/orders', bought)).body.id
  await kit.call('POST', '/orders', { ...bought, number: `canary-${name} of nobody`, buyer: {} })
  const told = { name: `canary-${name}`, url: 'https://cms.example/hook' }
  const receiver = ((await kit.call('POST', '/receivers', told)).body as unknown as { receiver: { id: string } })
    .receiver.id
  const push = (await kit.call('POST', `/questions/${question}/brief/pushes`, { receiver })).body.id
  const ids: Record<string, string> = {
    receivers: receiver,
    pushes: push,
    objectives: objective,
    orders: order,
    hooks: hook,
    outcomes: outcome,
    care,
    introductions: introduction,
    rungs: rung,
    wooings: wooing,
    deeds: deed,
    questions: question,
    moments: moment,
    joins: join,
    identities: identities[0]?.id ?? '',
    conversations: conversation,
    replies: reply,
    rooms: roomId,
    people: person,
    listeners: listener,
    messages: message,
    invitations: invitation,
    tokens: token,
    happenings: happening,
    teammates: kit.teammate,
  }
  return { kit, ids }
}

/** They were let down on two days, and are spotted. */
async function wooingOf(opened: Opened, kit: Caller, person: string): Promise<string> {
  for (const onDay of ['2026-05-30', '2026-05-31'])
    await kit.call('POST', `/people/${person}/moments`, { kind: 'hiccup', text: 'crushed', onDay })
  await opened.house.db.in(kit.workspace, (tx) => spot(tx, opened.house.clock.now(), newId))
  return (await kit.call('GET', '/wooings')).body.items?.[0]?.id as string
}
