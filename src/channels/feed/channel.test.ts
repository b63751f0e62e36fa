import { expect, test } from 'vitest'
import { TooLarge } from '../../lib/fetch-errors.ts'
import { inCommon } from '../../lib/in-common.ts'
import { type Batch, ChannelTrouble, type Connection, type Json, type Kit } from '../channel.ts'
import { feed } from './channel.ts'

type Answer = (asked: Headers) => Response
const answer =
  (body: string | null, init: ResponseInit = {}): Answer =>
  () =>
    new Response(body, init)

/** A house with a small web around it; its clock goes on when somebody sleeps. */
function house(web: Record<string, Answer>) {
  const stop = new AbortController()
  const asked: string[] = []
  const slept: number[] = []
  let now = new Date('2026-11-22T12:00:00Z').getTime()
  const kit: Kit = {
    fetch: async (input, init) => {
      const url = String(input)
      asked.push(url)
      const found = web[url]
      if (!found) return new Response(null, { status: 404 })
      return found(new Headers(init?.headers))
    },
    socket: () => {
      throw new Error('A feed needs no socket')
    },
    clock: {
      now: () => new Date(now),
      sleep: async (ms) => {
        slept.push(ms / 60_000)
        now += ms
      },
    },
    signal: stop.signal,
    inCommon: inCommon(),
    keepSecret: async () => {},
    keepQuota: async () => {},
  }
  return { kit, asked, slept, web, stop }
}

const item = (id: string, words: string, more = '') =>
  `<item><guid isPermaLink="false">${id}</guid><title>${words}</title><pubDate>Sun, 22 Nov 2026 1${id.at(-1)}:00:00 GMT</pubDate>${more}</item>`
const rss = (...items: string[]) =>
  `<rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
  <channel><title>Ada’s blog</title><link>https://ada.example/</link>${items.join('')}</channel></rss>`

const url = 'https://ada.example/feed'
const room = (cursor: Json | null = null): Connection => ({
  address: 'ada.example/feed',
  settings: { url },
  secret: null,
  cursor,
})

/** The next `count` looks of a room, from its cursor on. */
async function looks(count: number, { kit }: { kit: Kit }, from: Connection = room()): Promise<Batch[]> {
  const batches: Batch[] = []
  for await (const batch of feed.hear(from, kit)) if (batches.push(batch) === count) break
  return batches
}
const wordsOf = (batch: Batch | undefined) =>
  batch?.heard.map((it) => [it.is, 'message' in it && 'title' in it.message ? it.message.title : null]) ?? []
const messagesOf = (batch: Batch | undefined) =>
  batch?.heard.flatMap((it) => ('message' in it ? [it.message] : [])) ?? []
const troubleOf = async (hearing: Promise<unknown>): Promise<ChannelTrouble> => {
  const trouble = await hearing.catch((error: unknown) => error)
  if (!(trouble instanceof ChannelTrouble)) throw new Error(`no trouble, but ${trouble}`)
  return trouble
}

test.each([
  'https://ada.example/feed',
  'ada.example/feed',
  ' feed://ada.example/feed ',
  'feed:https://ada.example/feed',
])('%s is connected by the feed’s name', async (typed) => {
  const { kit } = house({ [url]: answer(rss(item('1', 'one'))) })
  expect(await feed.connect({ url: typed }, kit)).toEqual({
    is: 'connected',
    address: 'ada.example/feed',
    name: 'Ada’s blog',
    account: null,
    settings: { url },
    secret: null,
  })
})

test('a page leads to the first feed that it names', async () => {
  const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">'
  const { kit } = house({ 'https://ada.example/': answer(page), [url]: answer(rss()) })
  expect(await feed.connect({ url: 'ada.example' }, kit)).toMatchObject({ is: 'connected', settings: { url } })
})

test('a permanent redirect settles the address, a passing one does not', async () => {
  const { kit } = house({
    'https://ada.example/old': answer(null, { status: 301, headers: { location: '/feed' } }),
    [url]: answer(null, { status: 302, headers: { location: 'https://cdn.example/x7' } }),
    'https://cdn.example/x7': answer(rss()),
  })
  expect(await feed.connect({ url: 'ada.example/old' }, kit)).toMatchObject({ is: 'connected', settings: { url } })
})

const refusals: [typed: string, found: Answer, why: string][] = [
  ['not an address', answer(''), 'This is not an address on the web.'],
  ['ftp://ada.example/feed', answer(''), 'This is not an address on the web.'],
  [url, answer('<html>Hello</html>'), 'This is a web page, not a feed, and it names none.'],
  [url, answer('hello'), 'This is not a feed.'],
  [url, answer(null, { status: 404 }), 'ada.example has nothing at this address (404).'],
  [url, answer(null, { status: 301, headers: { location: '/feed' } }), 'ada.example redirects in circles.'],
  [
    url,
    () => {
      throw new TooLarge('ada.example', 5_000_000)
    },
    'This feed is larger than 5 MB.',
  ],
]

test.each(refusals)('%s is refused in words (%#)', async (typed, found, why) => {
  const { kit } = house({ [url]: found })
  expect(await feed.connect({ url: typed }, kit)).toEqual({ is: 'refused', field: 'url', why })
})

test('what the feed still shows is heard, oldest first, as said in our room', async () => {
  const site = house({ [url]: answer(rss(item('2', 'two'), item('1', 'one'))) })
  const [batch] = await looks(1, site)
  expect(wordsOf(batch)).toEqual([
    ['said', 'one'],
    ['said', 'two'],
  ])
  expect(messagesOf(batch)[0]).toMatchObject({ source: 'ada.example/feed', reasons: ['room'], author: { us: false } })
  expect(batch?.at).toEqual(new Date('2026-11-22T12:00:00Z'))
})

test('later only what is new or reads otherwise is heard', async () => {
  const site = house({ [url]: answer(rss(item('1', 'one'), item('2', 'two'))) })
  const [first] = await looks(1, site)
  site.web[url] = answer(rss(item('1', 'one, better'), item('2', 'two'), item('0', 'three')))
  const [second] = await looks(1, site, room(first?.cursor))
  expect(wordsOf(second)).toEqual([
    ['said', 'three'],
    ['edited', 'one, better'],
  ])
})

test('an unchanged feed costs a header, and still gives a batch', async () => {
  const site = house({
    [url]: (asked) => {
      if (asked.get('if-none-match') === '"a"' && asked.get('if-modified-since') === 'yesterday') {
        return new Response(null, { status: 304 })
      }
      return new Response(rss(item('1', 'one')), { headers: { etag: '"a"', 'last-modified': 'yesterday' } })
    },
  })
  const [first, second] = await looks(2, site)
  expect([wordsOf(first).length, second?.heard, second?.at]).toEqual([1, [], null])
})

test('the feed says how often it wants to be looked at', async () => {
  const site = house({ [url]: answer(rss(item('1', 'one')).replace('<link>', '<ttl>45</ttl><link>')) })
  await looks(3, site)
  expect(site.slept).toEqual([45, 45])
})

test('a cursor waits for its hour, also after a restart', async () => {
  const site = house({ [url]: answer(rss(item('1', 'one'))) })
  const [first] = await looks(1, site)
  await looks(1, site, room(first?.cursor))
  expect([site.asked.length, site.slept]).toEqual([2, [15]])
})

test('a cursor that can’t be read begins anew', async () => {
  const site = house({ [url]: answer(rss(item('1', 'one'))) })
  const [batch] = await looks(1, site, room({ nonsense: true }))
  expect(wordsOf(batch)).toEqual([['said', 'one']])
})

test('a feed that moved for good is asked at its new place, and its messages keep their source', async () => {
  const moved = 'https://ada.example/new'
  const site = house({
    [url]: answer(null, { status: 308, headers: { location: '/new' } }),
    [moved]: answer(rss(item('1', 'one'))),
  })
  const [first] = await looks(1, site)
  site.web[moved] = answer(rss(item('1', 'one, better')))
  const [second] = await looks(1, site, room(first?.cursor))
  expect(site.asked).toEqual([url, moved, moved])
  expect([first, second].map((batch) => messagesOf(batch)[0]?.source)).toEqual(['ada.example/feed', 'ada.example/feed'])
})

test('a feed that turned over between two looks shows its gap', async () => {
  const site = house({ [url]: answer(rss(item('1', 'one'))) })
  const [first] = await looks(1, site)
  site.web[url] = answer(rss(item('2', 'two')))
  const [second] = await looks(1, site, room(first?.cursor))
  expect(second?.gap).toMatchObject({ from: new Date('2026-11-22T11:00:00Z'), to: new Date('2026-11-22T12:00:00Z') })
})

const troubles: [found: Answer, needs: ChannelTrouble['needs'], words: string, after: string | null][] = [
  [answer(null, { status: 410 }), 'owner', 'gone for good', null],
  [answer(null, { status: 401 }), 'owner', 'wants a password', null],
  [answer(null, { status: 404 }), 'time', 'nothing at this address', null],
  [answer(null, { status: 500 }), 'time', 'an error (500)', null],
  [answer(null, { status: 429, headers: { 'retry-after': '3600' } }), 'time', 'less often', '2026-11-22T13:00:00.000Z'],
  [answer(null, { status: 503, headers: { 'retry-after': '60' } }), 'time', '503', '2026-11-22T12:01:00.000Z'],
  [answer('<html>Sign in</html>'), 'time', 'a web page where the feed was', null],
  [answer('<rss version="2.0"><channel><title>a</channel></rss>'), 'time', "can't be read", null],
]

test.each(troubles)('trouble is said with what brings the feed back (%#)', async (found, needs, words, after) => {
  const trouble = await troubleOf(looks(1, house({ [url]: found })))
  expect([trouble.needs, trouble.retryAfter?.toISOString() ?? null]).toEqual([needs, after])
  expect(trouble.message).toContain(words)
})

test('hearing ends quietly when it is told to', async () => {
  const site = house({ [url]: answer(rss()) })
  site.stop.abort()
  expect(await looks(1, site)).toEqual([])
  expect(site.asked).toEqual([])
})

const commentsUrl = 'https://ada.example/1/comments'
const commented = (count: number) =>
  item('1', 'one', `<wfw:commentRss>${commentsUrl}</wfw:commentRss><slash:comments>${count}</slash:comments>`)

test('comments are heard as answers to their item', async () => {
  const site = house({ [url]: answer(rss(commented(1))), [commentsUrl]: answer(rss(item('c1', 'hear, hear'))) })
  const [, batch] = await looks(2, site)
  expect(messagesOf(batch)).toMatchObject([
    { id: 'c1', title: 'hear, hear', inReplyTo: '1', source: 'ada.example/1/comments', reasons: ['room'] },
  ])
})

test('an item that says it has no comments is not asked for them, until it says otherwise', async () => {
  const site = house({ [url]: answer(rss(commented(0))), [commentsUrl]: answer(rss(item('c1', 'first!'))) })
  const quiet = await looks(2, site)
  expect(site.asked).toEqual([url, url])
  site.web[url] = answer(rss(commented(1)))
  const batches = await looks(2, site, room(quiet[1]?.cursor))
  expect(wordsOf(batches[1])).toEqual([['said', 'first!']])
})

test('only the ten newest items are asked for comments', async () => {
  const items = Array.from({ length: 30 }, (_, i) =>
    item(`x${i}0`, `words ${i}`, `<wfw:commentRss>${commentsUrl}?${i}</wfw:commentRss>`),
  )
  const site = house({ [url]: answer(rss(...items)) })
  await looks(11, site)
  expect(site.asked.filter((asked) => asked.startsWith(commentsUrl))).toHaveLength(10)
})

test('comments that fail are no trouble of the room, and are asked for less and less', async () => {
  const site = house({ [url]: answer(rss(commented(1))) })
  const batches = await looks(30, site)
  expect(batches.every(({ gap }) => gap === undefined)).toBe(true)
  const asked = site.asked.flatMap((it, at) => (it === commentsUrl ? [at] : []))
  expect(asked.length).toBeLessThan(5)
  expect(site.asked.filter((it) => it === url).length).toBeGreaterThan(20)
})

test('an item that counts more comments than before is asked for them at once', async () => {
  const seldom = answer(rss(item('c1', 'first!')), { headers: { 'cache-control': 'max-age=36000' } })
  const site = house({ [url]: answer(rss(commented(1))), [commentsUrl]: seldom })
  const before = await looks(2, site)
  site.web[url] = answer(rss(commented(2)))
  await looks(2, site, room(before[1]?.cursor))
  expect(site.asked).toEqual([url, commentsUrl, url, commentsUrl])
})

test('told to end while it waits for a server, hearing ends quietly too', async () => {
  const site = house({
    [url]: () => {
      site.stop.abort()
      throw site.stop.signal.reason
    },
  })
  expect(await looks(1, site)).toEqual([])
})
