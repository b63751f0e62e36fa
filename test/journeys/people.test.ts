/** People with many names, who holds them, and what is remembered of them: by keyboard, where the pretend town talks. */
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

describe('one human, many names', () => {
  test('s shows both sides, Enter joins them, and z takes them apart again', async () => {
    await personCalled('Priya')
    await page.getByText('Might be the same as').waitFor()
    await page.getByText('same rare handle (priya)').waitFor()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'One and the same?' })
    await dialog.getByText('This name stays').waitFor()
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await dialog.getByRole('button', { name: 'Join' }).press('Enter')
    await page.getByRole('heading', { name: 'Joined' }).waitFor()
    expect(await page.getByRole('list', { name: 'Known as' }).getByRole('listitem').count()).toBe(2)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('z')
    await page.getByText('Might be the same as').waitFor()
    await page.getByRole('list', { name: 'Known as' }).getByRole('listitem').nth(1).waitFor({ state: 'detached' })
  })

  test('whom the desk does not suggest is found by name, and a no is remembered', async () => {
    await personCalled('Nadia')
    await page.keyboard.press('s')
    await page.getByRole('searchbox', { name: 'Name or handle' }).fill('thandi')
    await page
      .getByRole('option', { name: /Thandi/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('No evidence was found: you say so.').waitFor()
    await page.keyboard.press('Escape')
    await personCalled('Thandi')
    await page.getByRole('button', { name: 'Not the same' }).press('Enter')
    await page.getByText('Might be the same as').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'Last conversations' }).waitFor()
    expect(await page.getByText('Might be the same as').count()).toBe(0)
  })
})

describe('ties', () => {
  test('t holds somebody, their rhythm is chosen, and the circle counts them', async () => {
    await personCalled('דב')
    await page.keyboard.press('t')
    await page.getByLabel('How close').selectOption('friend')
    await page.getByLabel('In touch').selectOption('every two weeks')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: 'Held by Kit' }).waitFor()
    await page.getByText('this desk can hold 150').waitFor()
    await page.locator('.tie').filter({ hasText: 'דב' }).filter({ hasText: 'friend · every two weeks' }).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('who has no colleague is told that nobody is there to hand over to', async () => {
    await page.goto(`${town.desk.url}/circle`)
    await page.getByRole('button', { name: 'Hand all over' }).press('Enter')
    await page.getByRole('dialog').getByText('There is no colleague yet.').waitFor()
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await page.keyboard.press('Escape')
  })
})

describe('memory', () => {
  test('+ writes a promise down, z takes it back', async () => {
    await personCalled('דב')
    await page.keyboard.press('+')
    const dialog = page.getByRole('dialog', { name: 'Remember something' })
    await dialog.getByLabel('What to remember').fill('Keep the twelfth challah')
    await dialog.getByLabel('What it is').selectOption('promise')
    await dialog.getByLabel('Due on').fill('2030-01-01')
    expect(await complaints(page, '[role=dialog]')).toEqual([])
    await dialog.getByRole('button', { name: 'Write it down' }).press('Enter')
    await page.getByText('Keep the twelfth challah').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('z')
    await page.getByText('Keep the twelfth challah').waitFor({ state: 'detached' })
  })

  test('before a reply the desk says whom one speaks with, and what not to do', async () => {
    await page.goto(town.desk.url)
    await page.getByRole('option').filter({ hasText: 'Keane' }).first().click()
    const brief = page.getByRole('region', { name: 'Before you reply' }).locator('visible=true')
    await brief.getByText('say shi-VAWN').waitFor()
    await brief.getByText('They lost somebody.').waitFor()
    expect(await brief.getByRole('listitem').count()).toBeLessThanOrEqual(6)
    expect(await complaints(page)).toEqual([])
  })
})

/** To the page of the first person whose name begins like that. */
async function personCalled(name: string): Promise<void> {
  const id = await page.evaluate(async (q) => {
    const { items } = (await (await fetch(`/api/v1/people?q=${q}`)).json()) as { items: { id: string }[] }
    return items[0]?.id
  }, name)
  await page.goto(`${town.desk.url}/people/${id}`)
  await page.getByRole('heading', { name: 'Last conversations' }).waitFor()
}
