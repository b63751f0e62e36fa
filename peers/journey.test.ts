/** The whole way, on a real Bluesky network and in a real Chromium: heard, waiting, answered, said once, taken back. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, signIn } from '../test/journeys/browser.ts'
import { type BlueskyNetwork, type PeerAccount, startBluesky } from './bluesky.ts'
import { type Desk, startDesk, untilHearing } from './desk.ts'
import { type Jetstream, startJetstream } from './jetstream.ts'

const collection = 'app.bsky.feed.post'

let network: BlueskyNetwork
let jetstream: Jetstream
let browser: Browser
let ada: PeerAccount
let bo: PeerAccount

beforeAll(async () => {
  network = await startBluesky()
  jetstream = await startJetstream(network.pdsUrl, network.plcUrl)
  browser = await openBrowser()
  ada = await network.account('ada')
  bo = await network.account('bo-baker')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await jetstream?.close()
  await network?.close()
})

describe.each([
  ["the PDS's own stream", 'acme-one'],
  ['a Jetstream', 'acme-two'],
])('heard by %s', (way, name) => {
  let us: PeerAccount
  let desk: Desk
  let page: Page

  beforeAll(async () => {
    us = await network.account(name)
    desk = await startDesk()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' })
    page.setDefaultTimeout(10_000)
    await signIn(page, desk.url, desk.owner)
  }, 120_000)
  afterAll(async () => {
    await page?.close()
    await desk?.stop()
  })

  const stream = () => (way === 'a Jetstream' ? jetstream.url : 'pds')

  test('a wrong app password is said at its field, and a right one opens the room', async () => {
    await page.goto(`${desk.url}/rooms?add=bluesky`)
    const password = page.getByLabel('App password')
    await page.getByLabel('Handle', { exact: true }).fill(us.handle)
    await password.fill('abcd-efgh-ijkl-mnop')
    await page.getByLabel('Server').fill(network.pdsUrl)
    await page.getByLabel('Stream').fill(stream())
    await page.getByLabel('Directory').fill(network.plcUrl)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect({ wrong: await password.getAttribute('aria-invalid'), why: await toldOf(page, 'App password') }).toEqual({
      wrong: 'true',
      why: expect.stringContaining('does not know this handle and app password together'),
    })

    await password.fill(us.appPassword)
    await page.keyboard.press('Enter')
    await page.getByText('Hears well').waitFor()
    await untilHearing(desk)
  })

  test('a stranger who names us waits on the open list within 2 s, is answered by keyboard, and can take it back', async () => {
    await page.goto(desk.url)
    await page.getByText('Nobody is waiting.').waitFor()
    const cake = refOf(await ada.agent.post({ text: 'Cake thread!', createdAt: new Date().toISOString() }))
    const question = `@${us.handle} is the almond cake back?`
    const mention = refOf(await bo.agent.post({ ...mentioning(us, question), reply: { root: cake, parent: cake } }))
    const from = performance.now()
    await rowOf(page, question).waitFor({ timeout: 10_000 })
    expect(performance.now() - from).toBeLessThan(2_000)

    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText(question).waitFor()
    await page.keyboard.press('r')
    const answer = 'It is! Since this morning.'
    await page.keyboard.type(answer)
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/leaves in \d+ s/)
      .first()
      .waitFor()
    expect(await repliesOf(us)).toEqual([])

    await page.getByRole('log').getByLabel('Kit for us').getByText(answer).waitFor({ timeout: 20_000 })
    await sleep(2_000) // what could be said a second time has been said
    expect(await repliesOf(us)).toEqual([{ text: answer, parent: mention, root: cake }])

    await bo.agent.deletePost(mention.uri)
    await page.getByRole('log').getByText(question).waitFor({ state: 'detached', timeout: 10_000 })
    await page.goto(desk.url)
    await page.getByText('Nobody is waiting.').waitFor()
    for (const view of ['needs-us', 'waiting', 'done']) {
      await page.goto(`${desk.url}/?view=${view}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.getByText(question).count()).toBe(0)
    }
  }, 60_000)
})

const rowOf = (page: Page, words: string) => page.getByRole('option').filter({ hasText: words })

const refOf = ({ uri, cid }: { uri: string; cid: string }) => ({ uri, cid })

/** What a screen reader says with a field, besides its label. */
async function toldOf(page: Page, label: string): Promise<string> {
  const ids = (await page.getByLabel(label).getAttribute('aria-describedby')) ?? ''
  return (await Promise.all(ids.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()))).join(' ')
}

function mentioning(account: PeerAccount, text: string) {
  const features = [{ $type: 'app.bsky.richtext.facet#mention', did: account.did }]
  const facets = [{ index: { byteStart: 0, byteEnd: account.handle.length + 1 }, features }]
  return { text, facets, createdAt: new Date().toISOString() }
}

/** All that an account answered, from its own repository. */
async function repliesOf(account: PeerAccount) {
  const { data } = await account.agent.com.atproto.repo.listRecords({ repo: account.did, collection })
  return data.records.map(({ value }) => {
    const { text, reply } = value as { text: string; reply: { parent: object; root: object } }
    return { text, parent: reply.parent, root: reply.root }
  })
}
