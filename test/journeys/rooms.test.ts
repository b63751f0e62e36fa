/** Rooms are added: many feeds at once, from the list that a feed reader exports. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, startDesk } from '../../peers/desk.ts'
import { signIn } from './browser.ts'
import { type Begun, complaints, openDesk } from './town.ts'

const real = new URL('../../src/channels/feed/fixtures/awesome-rss-feeds/web-development.opml', import.meta.url)
const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>Hello</title></item></channel></rss>`
const site = createServer((request, response) =>
  request.url === '/gone' ? response.writeHead(410).end() : response.end(feed(request.url ?? '')),
)
let begun: Begun<Desk>

beforeAll(async () => {
  await once(site.listen(0, '127.0.0.1'), 'listening')
  begun = await openDesk(startDesk)
  await signIn(begun.page, begun.desk.url, begun.desk.owner)
}, 120_000)
afterAll(async () => {
  await begun?.close()
  site.close()
  expect(begun.troubles).toEqual([])
})

test('a list of feeds is pasted: folders are opened, each is told once, and one that fails is named', async () => {
  const { page, desk } = begun
  const at = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  await page.goto(`${desk.url}/rooms?add=feed`)
  await page.getByText('Or paste an OPML list').click()
  const list = page.getByLabel('OPML')
  await list.fill('<opml version="2.0"><body><outline text="a" xmlUrl="b /></body></opml>')
  await page.getByRole('button', { name: 'No feeds found yet' }).waitFor()
  const outlines = [...readFileSync(real, 'utf8').matchAll(/xmlUrl="([^"]+)"/g)].map(([, url]) => url)
  await list.fill(readFileSync(real, 'utf8'))
  await page.getByRole('button', { name: `Add ${new Set(outlines).size} feeds` }).waitFor()
  await list.fill(`<?xml version="1.0"?><opml version="2.0"><body>
    <outline text="Friends"><outline text="Deeper">
      <outline text="Ada &amp; Co" type="rss" xmlUrl="${at}/ada"/>
    </outline></outline>
    <outline title="Bo" text="B" xmlUrl=" ${at}/bo "/>
    <outline text="Ada again" xmlUrl="${at}/ada"/>
    <outline title="Gone" xmlUrl="${at}/gone"/>
    <outline text="No" xmlUrl="javascript:alert(1)"/>
    <outline text="Nor this" htmlUrl="${at}"/>
  </body></opml>`)
  await page.getByRole('button', { name: 'Add 3 feeds' }).click()
  await page.getByText('2 feeds added').waitFor()
  expect(await page.locator('.opml li').allTextContents()).toEqual([expect.stringMatching(/^Gone: /)])
  expect(await complaints(page)).toEqual([])
  const { items } = await desk.api<{ items: { name: string }[] }>('/rooms')
  expect(items.map(({ name }) => name).toSorted()).toEqual(['Ada & Co', 'Bo'])
})
