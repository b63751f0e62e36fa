import { expect, test } from 'vitest'
import { at, noon } from '../../../test/cast.ts'
import {
  assign,
  type Conversation,
  close,
  hear,
  type News,
  note,
  reopen,
  type Standing,
  snooze,
  undo,
  wake,
} from './conversation.ts'
import { type Word, waitingSince } from './waiting.ts'

const open: Conversation = {
  id: 'c',
  roomId: 'r',
  standing: { is: 'open', at: noon, by: null },
  waitingSince: noon,
  settledAt: null,
  assigneeId: null,
  trouble: null,
}
const how = { by: 'kit', at: at(1) }
const standing = (is: Exclude<Standing['is'], 'snoozed'>): Conversation => ({
  ...open,
  standing: { is, at: noon, by: 'kit' },
  waitingSince: null,
})
const asleep = (keepOnReply: boolean) => snooze(open, { ...how, until: at(60), keepOnReply }).next

test('closing twice happens once', () => {
  const { next } = close(open, how)
  expect(close(next, { by: 'ada', at: at(2) }).happened).toEqual([])
})

test('waking what is awake and opening what is open happen not at all', () => {
  expect([
    wake(open, how).happened,
    reopen(open, { ...how, waitingSince: null }).happened,
    assign(open, { assigneeId: null, by: 'kit' }).happened,
  ]).toEqual([[], [], []])
})

const news: [was: string, now: Conversation, news: News, is: Standing['is'], happened: string[]][] = [
  ['open, a word', open, 'a word', 'open', []],
  ['done, a word', standing('done'), 'a word', 'open', ['reopened']],
  ['done, thanks', standing('done'), 'thanks', 'done', ['thanked']],
  ['noted, a word', standing('noted'), 'a word', 'open', ['reopened']],
  ['waiting, a word', standing('waiting'), 'a word', 'open', ['reopened']],
  ['waiting, thanks', standing('waiting'), 'thanks', 'waiting', ['thanked']],
  ['snoozed, a word', asleep(false), 'a word', 'open', ['woke']],
  ['snoozed, thanks', asleep(false), 'thanks', 'snoozed', ['thanked']],
  ['done, somebody to others', standing('done'), 'to others', 'done', []],
  ['snoozed to be kept, a word', asleep(true), 'a word', 'snoozed', []],
]
test.each(news)('%s', (_, now, news, is, happened) => {
  const change = hear(now, { at: at(5), waitingSince: at(5), news })
  expect([change.next.standing.is, change.happened.map((it) => it.kind)]).toEqual([is, happened])
})

test('undoing gives back just what was', () => {
  for (const change of [
    close(open, how),
    note(open, how),
    snooze(open, { ...how, until: at(60), keepOnReply: true }),
    assign(open, { assigneeId: 'ana', by: 'kit' }),
    wake(asleep(true), how),
  ]) {
    const before = change.happened[0]?.kind === 'woke' ? asleep(true) : open
    expect(undo(change.next, change.happened[0]?.detail ?? {}, 'kit')?.next).toEqual(before)
  }
})

const word = (who: string, minute: number, more: Partial<Word> = {}): Word => ({
  at: at(minute),
  us: who === 'us',
  who,
  answers: null,
  thanks: false,
  toUs: who !== 'us',
  settled: false,
  ...more,
})

const threads: [name: string, words: Word[], since: Date | null][] = [
  ['nobody spoke', [], null],
  ['Bo asks', [word('bo', 0)], at(0)],
  ['Bo asks twice: he waits since the first', [word('bo', 3), word('bo', 0)], at(0)],
  ['we answered', [word('bo', 0), word('us', 1)], null],
  ['we answered Bo, Ada waits still', [word('bo', 0), word('ada', 5), word('us', 10, { answers: 'bo' })], at(5)],
  ['Bo asks again after our answer', [word('bo', 0), word('us', 1, { answers: 'bo' }), word('bo', 2)], at(2)],
  ['thanks after our answer', [word('bo', 0), word('us', 1), word('bo', 2, { thanks: true })], null],
  ['thanks out of the blue is worth a word', [word('bo', 2, { thanks: true })], at(2)],
  ['an onlooker waits for nothing', [word('bo', 1), word('eve', 0, { toUs: false })], at(1)],
  ['what was called done needs no word', [word('bo', 0, { settled: true }), word('bo', 5)], at(5)],
  ['our word came first', [word('us', 0), word('bo', 1)], at(1)],
]
test.each(threads)('%s', (_, words, since) => {
  expect(waitingSince(words)).toEqual(since)
})
