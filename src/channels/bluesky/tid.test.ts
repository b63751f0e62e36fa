import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isTid, tidOf } from './tid.ts'

const lines = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

test('the shared valid TIDs are TIDs', () => {
  expect(lines('tid_syntax_valid.txt').filter((tid) => !isTid(tid))).toEqual([])
})

test('the shared invalid TIDs are none', () => {
  expect(lines('tid_syntax_invalid.txt').filter(isTid)).toEqual([])
})

const noon = new Date('2026-11-22T12:00:00.000Z')

test('a key is a TID, whatever the dice', () => {
  expect([0, 0.5, 0.999_999_9].map((random) => isTid(tidOf(noon, random)))).toEqual([true, true, true])
})

test('keys sort as their moments do', () => {
  const later = new Date(noon.getTime() + 1)
  expect(tidOf(noon, 0.999_999_9) < tidOf(later, 0)).toBe(true)
})

test("the hour and the dice decide the key, as @atproto's own TID.fromTime has it", () => {
  expect(tidOf(new Date('2026-07-04T14:38:08.085Z'), 0)).toBe('3mptbyq5c2c22')
})

test('two replies of one millisecond have keys of their own', () => {
  const keys = Array.from({ length: 1000 }, (_, step) => tidOf(noon, step / 1000))
  expect(new Set(keys).size).toBe(1000)
})
