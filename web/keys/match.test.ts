import { expect, test } from 'vitest'
import { actionIds, actionOf } from './actions.ts'
import { match, type Press, printed } from './match.ts'

const reading = { typing: false, onControl: false, singleKeys: true }
const press = (key: string, parts: Partial<Press> = {}): Press => ({
  ...{ key, ctrl: false, meta: false, alt: false, shift: false, composing: false },
  ...parts,
})

test('a key runs its action', () => {
  const cases: [Press, string, action: string][] = [
    [press('j'), '', 'next'],
    [press('O', { shift: true }), '', 'original'],
    [press('?', { shift: true }), '', 'sheet'],
    [press('i'), 'g', 'goList'],
    [press('k', { ctrl: true }), '', 'palette'],
    [press('k', { meta: true }), '', 'palette'],
    [press('Enter', { ctrl: true, shift: true }), '', 'sendDone'],
    [press('j'), 'g', 'next'],
  ]
  for (const [key, prefix, action] of cases) expect(match(key, prefix, reading)).toEqual({ is: 'run', action })
})

test('g waits for the second key', () => {
  expect(match(press('g'), '', reading)).toEqual({ is: 'waits', prefix: 'g' })
})

test('a key held with another, or while a sign is being composed, is not ours', () => {
  const cases = [press('j', { ctrl: true }), press('e', { alt: true }), press('j', { composing: true }), press('~')]
  for (const key of cases) expect(match(key, '', reading)).toEqual({ is: 'nothing' })
})

test('while typing only sending and the palette work', () => {
  const typing = { ...reading, typing: true }
  expect(match(press('e'), '', typing).is).toBe('nothing')
  expect(match(press('Escape'), '', typing).is).toBe('nothing')
  expect(match(press('Enter', { meta: true }), '', typing)).toEqual({ is: 'run', action: 'send' })
})

test('a button keeps its own Enter and arrows', () => {
  const onControl = { ...reading, onControl: true }
  expect(match(press('Enter'), '', onControl).is).toBe('nothing')
  expect(match(press('j'), '', onControl).is).toBe('run')
})

test('single keys can be switched off; the others stay', () => {
  const off = { ...reading, singleKeys: false }
  for (const key of ['j', 'e', 'g', '?']) expect(match(press(key), '', off).is, key).toBe('nothing')
  expect(match(press('Escape'), '', off)).toEqual({ is: 'run', action: 'back' })
  expect(match(press('k', { ctrl: true }), '', off).is).toBe('run')
})

test('no two actions share a key', () => {
  const all = actionIds.flatMap((action) => actionOf(action).keys)
  expect(new Set(all).size).toBe(all.length)
})

test('keys are printed as they stand on the keyboard', () => {
  expect(printed('Mod+Shift+Enter', true)).toEqual(['⌘', '⇧', '↵'])
  expect(printed('g i', false)).toEqual(['g', 'i'])
})
