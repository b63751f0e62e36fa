import { expect, test } from 'vitest'
import { at, noon } from '../../../test/cast.ts'
import { begun, numbersIn, type ToldOrder, toldAgain } from './order.ts'

const told: ToldOrder = {
  number: 'A-1001',
  placedAt: noon,
  what: 'An almond cake',
  value: { cents: 2_450, currency: 'EUR' },
  status: 'placed',
  statusAt: null,
  buyer: { name: 'Ada', mail: 'ada@ada.example', account: null },
}
const order = begun(told, at(60))

test('told the same again, nothing is new', () => {
  expect(toldAgain(order, told, at(999))).toBeNull()
})

test('delivered is a step on, since when it was told or said', () => {
  expect(toldAgain(order, { ...told, status: 'delivered' }, at(90))).toMatchObject({
    status: 'delivered',
    statusAt: at(90),
  })
  expect(toldAgain(order, { ...told, status: 'delivered', statusAt: at(80) }, at(90))?.statusAt).toEqual(at(80))
})

test('an older file does not turn a delivery back, but a later word does', () => {
  const delivered = begun({ ...told, status: 'delivered', statusAt: at(80) }, at(90))
  expect(toldAgain(delivered, told, at(99))).toBeNull()
  expect(toldAgain(delivered, { ...told, statusAt: at(95) }, at(99))?.status).toBe('placed')
})

test('what was not told again stays', () => {
  const less = { ...told, what: '', value: null, buyer: { name: null, mail: 'new@ada.example', account: null } }
  expect(toldAgain(order, less, at(90))).toEqual({ ...order, buyer: { ...order.buyer, mail: 'new@ada.example' } })
})

const cases: [text: string, numbers: string[]][] = [
  ['Where is order #A-1001?', ['A-1001']],
  ['a-1001 and 20061', ['a-1001', 'A-1001', '20061']],
  ['it cost 24.50, on 12.6., for 3 of us', []],
  ['a 1001st try', ['1001st', '1001ST']],
]
test.each(cases)('numbers in: %s', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers)
})
