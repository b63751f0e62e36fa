/** A listener by keyboard: what it would have heard, what is about us, what it proposes. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

describe('a listener, by keyboard', () => {
  const box = () => page.getByLabel('Listen for')

  beforeEach(async () => {
    await page.goto(`${town.desk.url}/listeners`)
    await page.getByRole('button', { name: 'New listener' }).press('Enter')
    await page.getByLabel('Name', { exact: true }).fill('Cake')
    await box().focus()
  })

  test('what can come next is offered, chosen with the arrows, and closed by Escape', async () => {
    await page.keyboard.type('cake ha')
    const offers = page.getByRole('listbox', { name: 'Suggestions' })
    await offers.waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await box().getAttribute('aria-activedescendant')).toBe(
      await offers.getByRole('option', { selected: true }).getAttribute('id'),
    )
    await page.keyboard.press('Enter')
    await page.keyboard.type('q')
    await offers.getByRole('option', { name: 'question' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await box().inputValue()).toBe('cake has:question ')
    await page.keyboard.type('l')
    await offers.waitFor()
    await page.keyboard.press('Escape')
    await offers.waitFor({ state: 'detached' })
    expect(await box().inputValue()).toBe('cake has:question l')
  })

  test('what can not be read is told with its place while it is written', async () => {
    await page.keyboard.type('cake ')
    await page.locator('.example').first().waitFor()
    await page.keyboard.type('(almond')
    await page.getByText('Column 6: this ( is not closed').waitFor()
    expect(await page.locator('.query-under mark').textContent()).toBe('(almond')
    expect(await box().getAttribute('aria-invalid')).toBe('true')
    expect(await complaints(page)).toEqual([])
  })

  test('what it would have heard is judged with y and x, and what to exclude is taken over', async () => {
    await page.keyboard.type('cake OR bread')
    await page.locator('.example').first().waitFor()
    expect(await page.locator('.example mark').first().textContent()).toMatch(/cake|bread/i)
    await page.getByRole('img', { name: /most on/ }).waitFor()
    await box().blur()
    for (const key of ['y', 'x', 'x', 'x', 'x', 'x']) await page.keyboard.press(key)
    expect(await page.locator('.example [aria-pressed=true]').count()).toBe(6)
    // Each judgement changes what is proposed: what is taken over is of the last.
    const proposal = page
      .locator('.proposals[aria-busy=false]')
      .getByRole('button', { name: /^Exclude/ })
      .first()
    await proposal.waitFor()
    const term = await proposal.locator('code').textContent()
    expect(await complaints(page)).toEqual([])
    // What is written meanwhile is never lost to a proposal of what stood there before.
    await box().fill('cake OR bread OR pie')
    await page
      .locator('.proposals button')
      .first()
      .evaluate((button) => (button as unknown as { click(): void }).click())
    expect(await box().inputValue()).toContain('cake OR bread OR pie')
    await box().fill('cake OR bread')
    await proposal.press('Enter')
    expect(await box().inputValue()).toBe(`(cake OR bread) -${term}`)
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    const card = page.locator('.listener').filter({ hasText: `(cake OR bread) -${term}` })
    await card.getByText(/of the last \d judged are about you/).waitFor()
  })

  test('a query of another tool is brought over, and what is not the same is listed', async () => {
    await page.getByText('Paste a query from').press('Enter')
    await page.getByLabel('It comes from').selectOption('X')
    await page.getByLabel('The query as it stands there').fill('(cake OR bread) -is:retweet sample:10')
    await page.getByRole('button', { name: 'Bring it over' }).press('Enter')
    await page.getByText('2 things are not the same here').waitFor()
    expect(await box().inputValue()).toBe('cake OR bread')
    expect(await complaints(page)).toEqual([])
  })
})

test('nothing is wrong with the listeners for those who see little', async () => {
  await page.goto(`${town.desk.url}/listeners`)
  await page.locator('.listener').first().waitFor()
  expect(await complaints(page)).toEqual([])
})
