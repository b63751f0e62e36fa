import { expect, test } from 'vitest'
import { noon } from '../../../test/cast.ts'
import { join, publish, type Question, rename, takeOut, unpublish } from './question.ts'

const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  name: null,
  joined: null,
  published: null,
  ...more,
})
const kit = { by: 'kit', at: noon }
const cake = question('cake')
const almond = question('almond', { joined: { into: 'cake', ...kit } })

test('a join says into what, by whom and when, and taking out gives back just what was', () => {
  const joined = join(question('almond'), cake, kit)
  expect(joined).toMatchObject({ next: almond, happened: [{ is: 'joined', question: 'almond', into: 'cake' }] })
  expect(takeOut(almond)).toMatchObject({ next: question('almond'), happened: [{ is: 'taken out', from: 'cake' }] })
})

const refusals: [name: string, change: () => unknown][] = [
  ['with itself', () => join(cake, cake, kit)],
  ['what is part of another already', () => join(almond, question('rye'), kit)],
  ['into a part', () => join(question('rye'), almond, kit)],
]
test.each(refusals)('nothing joins %s', (_, change) => expect(change()).toMatchObject({ is: 'refused' }))

test('what stands for itself can not be taken out', () => expect(takeOut(cake)).toMatchObject({ is: 'refused' }))

test('it is published on a day that has come, with its link', () => {
  const published = { url: 'https://acme.example/cake', on: '2026-06-01', by: 'kit' }
  expect(publish(cake, published, '2026-06-01')).toMatchObject({ next: { published }, happened: [{ is: 'published' }] })
  expect(publish(cake, { ...published, on: '2026-06-02' }, '2026-06-01')).toMatchObject({ is: 'refused' })
  expect(publish(almond, published, '2026-06-01')).toMatchObject({ is: 'refused' })
  expect(unpublish(question('cake', { published }))).toMatchObject({ next: cake, happened: [{ is: 'unpublished' }] })
})

test('what changes nothing is not recorded', () => {
  expect(rename(question('cake', { name: 'Cake' }), 'Cake')).toMatchObject({ happened: [] })
  expect(unpublish(cake)).toMatchObject({ happened: [] })
  expect(rename(cake, 'Cake')).toMatchObject({ next: { name: 'Cake' }, happened: [{ before: null }] })
})
