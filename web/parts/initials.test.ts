import { expect, test } from 'vitest'
import { initialsOf, tintOf } from './initials.ts'

test('two letters stand for a name', () => {
  const cases: [name: string, initials: string][] = [
    ['Rosa Marques', 'RM'],
    ['K. Adeyemi', 'KA'],
    ['@bread', 'B'],
    ['bakery.example', 'BE'],
    ['山田 太郎', '山'],
    ['🍞', '?'],
    ['', '?'],
  ]
  for (const [name, initials] of cases) expect(initialsOf(name), name).toBe(initials)
})

test('the tint of one person stays', () => {
  expect(tintOf('rosa')).toBe(tintOf('rosa'))
  expect(tintOf('rosa')).not.toBe(tintOf('bo'))
})
