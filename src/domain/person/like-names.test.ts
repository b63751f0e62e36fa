import { expect, test } from 'vitest'
import { likenessOf } from './like-names.ts'

const cases: [one: string | null, other: string | null, is: 'like' | 'unclear' | 'other'][] = [
  ['Ada Lindqvist', 'ada lindqvist', 'like'],
  ['Ada Lindqvist', 'Lindqvist, Ada', 'like'],
  ['Ada Lindqvist', 'Ada Lindqivst', 'like'],
  ['Ada Lindqvist', 'Ada L.', 'like'],
  ['Ada Lindqvist', 'Ada', 'like'],
  ['Ada Lindqvist (she/her)', 'ADA LINDQVIST 🌱', 'like'],
  ['Alex Weber', 'Alexander Weber | hiring', 'like'],
  ['Gabi Rossi', 'Gabriella Rossi', 'like'],
  ['Bob Miller', 'Robert Miller', 'like'],
  ['Liz Weber', 'Elizabeth Weber', 'like'],
  ['Kati Brandt', 'Kathrin Brandt', 'like'],
  ['Bärbel Kurz', 'Barbara Kurz', 'like'],
  ['Bill Miller', 'Will Miller', 'like'],
  ['Bob Miller', 'Bert Miller', 'like'],
  ['Sepp Huber', 'Josef Huber', 'like'],
  ['Bob Miller', 'Rupert Miller', 'other'],
  ['Jack Miller', 'James Miller', 'other'],
  ['Bob Miller', 'Robert Weber', 'unclear'],
  ['Ada Lindqvist', 'Ada Weber', 'unclear'],
  ['José Müller', 'Jose Muller', 'like'],
  ['Дмитрий Петров', 'Dmitri Petrov', 'like'],
  ['Νίκος Παππάς', 'Nikos Pappas', 'like'],
  ['Ada Lindqvist', 'Nils Lindqvist', 'other'],
  ['Ada Lindqvist', 'Bo Weber', 'other'],
  ['Ada Lindqvist', 'quillfeather', 'unclear'],
  ['Ada Lindqvist', '田中 花子', 'unclear'],
  ['Ada', 'Bo', 'unclear'],
  ['Ada Lindqvist', null, 'unclear'],
  ['Ada Lindqvist', '🌱', 'unclear'],
]

test.each(cases)('%s and %s are %s', (one, other, is) => {
  expect(likenessOf(one, other).is).toBe(is)
  expect(likenessOf(other, one).is).toBe(is)
})
