/** From complaint to friend, and from friend to friend: in a real Chromium on a real desk where the pretend town talks. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewDesk } from '../../peers/desk.ts'
import { type Begun, complaints, openTown } from './town.ts'

let town: Begun<NewDesk>
let page: Page

beforeAll(async () => {
  town = await openTown()
  page = town.page
}, 120_000)
afterAll(async () => {
  await town?.close()
  expect(town.troubles).toEqual([])
})

describe('a furious man is won back', () => {
  test('he stands on Needs wooing with the reason, and one key leads to his whole history', async () => {
    await toWooing()
    await bo().getByText('let down on 2 days in three months').waitFor()
    await pick('Bo Hartigan')
    await page.keyboard.press('H')
    await page.getByRole('heading', { level: 1, name: 'Bo Hartigan' }).waitFor()
    await page.getByText('came crushed').first().waitFor()
  })

  test('Enter opens what he said, and our answer acknowledges it', async () => {
    await toWooing()
    await pick('Bo Hartigan')
    await page.keyboard.press('Enter')
    await page.getByRole('log').waitFor()
    await page.keyboard.press('r')
    await page.locator('textarea:focus').waitFor()
    await page.keyboard.type('You are right, and I am opening the door now.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('log').getByText('I am opening the door now.').waitFor()
    await page.locator('textarea:focus').blur()
    await toWooing()
    await bo().getByRole('listitem').filter({ hasText: 'acknowledged Kit' }).waitFor()
  })

  test('step by step with one key, and z takes a step back', async () => {
    await pick('Bo Hartigan')
    await page.keyboard.press('f')
    await bo().getByRole('listitem').filter({ hasText: 'put right Kit' }).waitFor()
    await page.keyboard.press('z')
    await bo()
      .getByRole('button', { name: /^It is put right/ })
      .waitFor()
    for (const step of ['It is put right', 'We asked how it went', 'Won back'])
      await bo().getByRole('button', { name: step }).click()
    await bo().waitFor({ state: 'detached' })
  })

  test('who came back stands among the people won and lost, and every number opens its people', async () => {
    await page.getByRole('link', { name: 'Who was won back, and who was lost' }).click()
    const row = page.getByRole('row').filter({ hasText: 'let down twice' })
    await row.getByRole('button', { name: /won back: 1$/ }).press('Enter')
    const people = page.getByRole('region', { name: /won back$/ })
    await people.getByRole('link', { name: 'Bo Hartigan' }).waitFor()
    expect(await complaints(page)).toEqual([])
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'As a file (CSV)' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('won-and-lost.csv')
    const rows = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(rows[0]).toBe('\uFEFFmonth spotted,cause,won back,lost,on the way')
    expect(rows.slice(1)).toContainEqual(expect.stringMatching(/^\d{4}-\d{2},let-down,1,0,\d+$/))
    await page.goto(`${town.desk.url}/circle/wooing`)
    await page.getByRole('navigation', { name: 'Sides of the circle' }).waitFor()
  })

  test('who came back is a friend, and is thanked', async () => {
    await page.keyboard.press(']')
    const came = page.getByRole('listitem').filter({ hasText: 'Bo Hartigan' }).filter({ hasText: 'came back' })
    await came.getByRole('button', { name: 'Yes, a deed: Bo Hartigan' }).click()
    await page.getByRole('button', { name: 'Write the thanks: Bo Hartigan' }).click()
    await page.getByRole('log').waitFor()
    expect(await page.getByLabel(/^Reply to/).inputValue()).toMatch(/^Bo, you came back to us/)
    await page.goto(`${town.desk.url}/circle/friends`)
    await page.getByRole('button', { name: 'Thanked: Bo Hartigan' }).click()
    await page.getByText('thanked by Kit').waitFor()
  })
})

describe('two regulars with the same hobby are introduced', () => {
  test('- says that these two need none, and it is taken back from the line at the foot', async () => {
    const pair = page.locator('.introduction').filter({ hasText: 'Henk' }).filter({ hasText: 'Luc' })
    await pair.getByText('Sings bass in the harbour choir').waitFor()
    for (let n = 0; n < 20 && (await pair.getAttribute('data-picked')) === null; n++) await page.keyboard.press('j')
    await page.keyboard.press('-')
    await pair.waitFor({ state: 'detached' })
    await page.keyboard.press('z')
    await pair.waitFor()
  })

  test('they are proposed for what both like, and each is asked alone', async () => {
    await page.getByRole('button', { name: /^Ask them both: .*(Henk|Luc)/ }).click()
    for (const who of ['Henk', 'Luc']) {
      await page.getByRole('button', { name: new RegExp(`^Ask: ${who}`) }).click()
      await page.getByRole('log').waitFor()
      const draft = await page.getByLabel(/^Reply to/).inputValue()
      expect(draft).toContain('somebody else who comes here shares something with you (choir)')
      expect(draft).not.toContain(who === 'Henk' ? 'Luc' : 'Henk')
      await page.goto(`${town.desk.url}/circle/friends`)
    }
  })

  test('one yes is not enough; with two the note is written', async () => {
    await page.getByRole('button', { name: /^said yes: Henk/ }).click()
    await page.getByRole('status').filter({ hasText: 'said yes' }).waitFor()
    expect(await page.getByRole('button', { name: 'Write the note' }).count()).toBe(0)
    await page.getByRole('button', { name: /^said yes: Luc/ }).click()
    await page.getByRole('button', { name: 'Write the note' }).waitFor()
    await page.getByRole('button', { name: 'The note is written' }).click()
    await page.getByText('In two weeks we look whether they talk.').waitFor()
  })
})

describe('who makes trouble', () => {
  test('! shows what tells them apart, and proposes the kindest rung; the team sees on which one they stand', async () => {
    await page.goto(`${town.desk.url}/search?q=from:crustpuncher`)
    await page.getByRole('list', { name: 'Messages found' }).getByRole('link').first().click()
    await page.getByRole('log').waitFor()
    await page.keyboard.press('!')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Whom do they aim at?').waitFor()
    expect(await dialog.getByRole('radio', { name: /^watch/ }).isChecked()).toBe(true)
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await dialog.getByLabel('Why').fill('Writes the same to everybody.')
    await dialog.getByRole('button', { name: 'Set it' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .locator('.talk-head')
      .getByText(/^watch, until/)
      .waitFor()
    await page.goto(`${town.desk.url}/circle/wooing`)
    await page.getByRole('heading', { name: 'On the ladder' }).waitFor()
  })
})

test('nothing is wrong with the three sides of the circle for those who see little', async () => {
  for (const path of ['/circle', '/circle/wooing', '/circle/friends']) {
    await page.goto(`${town.desk.url}${path}`)
    await page.getByRole('navigation', { name: 'Sides of the circle' }).waitFor()
    expect(await complaints(page)).toEqual([])
  }
})

async function toWooing(): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('navigation', { name: 'Sides of the circle' }).waitFor()
  await page.keyboard.press(']')
  await bo().waitFor()
}

const bo = () => page.locator('.wooing').filter({ has: page.getByRole('link', { name: 'Bo Hartigan' }) })

/** With j, down the list. */
async function pick(name: string): Promise<void> {
  const picked = page.locator('.wooing[data-picked]').filter({ hasText: name })
  const most = await page.locator('.wooing').count()
  for (let n = 0; n < most && (await picked.count()) === 0; n++) {
    await page.keyboard.press('j')
    await page.locator('.wooing[data-picked]').waitFor()
  }
  await picked.waitFor()
}
