import { expect, test } from 'vitest'
import { commentsToFollow, cursorOf, fresh, newsOf, stateOf } from './followed.ts'
import { translate } from './translate.ts'
import { parse } from './wire.ts'

const now = new Date('2026-11-22T12:00:00Z')
const items = (from: number, to: number) => {
  const xml = Array.from({ length: to - from }, (_, i) => `<item><guid>${from + i}</guid><title>a</title></item>`).join(
    '',
  )
  const wire = parse(`<rss version="2.0"><channel>${xml}</channel></rss>`)
  const origin = { source: 'a', url: 'https://ada.example/', role: { is: 'feed' }, heardAt: now } as const
  return wire ? translate(wire, origin).items : []
}

test('what a feed still shows is never forgotten, what it showed once is forgotten in time', () => {
  const first = newsOf(items(0, 20), [], 30)
  const second = newsOf(items(10, 40), first.known, 30)
  expect([second.heard.length, second.known.length]).toEqual([20, 30])
  expect(newsOf(items(10, 40), second.known, 30).heard).toEqual([])
  expect(newsOf(items(0, 1), second.known, 30).heard).toHaveLength(1)
})

test('an item that stays on top while others pass is said once', () => {
  let known = newsOf(items(0, 1), [], 30).known
  for (let at = 1; at < 100; at += 5) {
    const news = newsOf([...items(0, 1), ...items(at, at + 5)], known, 30)
    expect(news.heard).toHaveLength(5)
    known = news.known
  }
})

test('a feed longer than our memory is still known whole', () => {
  const { known } = newsOf(items(0, 100), [], 30)
  expect(newsOf(items(0, 100), known, 30).heard).toEqual([])
})

test('a cursor comes back as it was', () => {
  const { known } = newsOf(items(0, 3), [], 500)
  const state = { feed: { ...fresh('https://ada.example/', now), newest: now, known }, comments: [] }
  expect(stateOf(cursorOf(state))).toEqual(state)
})

test('a cursor at its fullest stays small', () => {
  const full = (most: number) => ({
    ...fresh('https://ada.example/', now),
    known: newsOf(items(0, most), [], most).known,
  })
  const comments = Array.from({ length: 10 }, () => ({ ...full(100), item: 'https://ada.example/?p=7', count: 3 }))
  expect(JSON.stringify(cursorOf({ feed: full(500), comments })).length).toBeLessThan(75_000)
})

test('comments of items that left the feed are let go', () => {
  const before = [{ ...fresh('https://ada.example/1/comments', now), item: '1', count: 1 }]
  expect(commentsToFollow(items(0, 3), before, now)).toEqual([])
})
