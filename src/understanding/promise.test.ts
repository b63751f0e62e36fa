import { expect, test } from 'vitest'
import { promiseIn } from './promise.ts'

// 2026-06-03 is a Wednesday.
const wednesday = '2026-06-03'

const promises: [text: string, dueDay: string][] = [
  ["I'll get back to you Friday.", '2026-06-05'],
  ['I’ll get back to you on Friday!', '2026-06-05'],
  ['So sorry. We will let you know by Monday whether it can be mended.', '2026-06-08'],
  ["Tomorrow I'll call you about the cake", '2026-06-04'],
  ["We'll send you a new one within 3 working days.", '2026-06-06'],
  ["I'll check with the oven and let you know next week.", '2026-06-12'],
  ["We'll have an answer by the end of the week.", '2026-06-05'],
  ['Thanks! Will get back to you tomorrow.', '2026-06-04'],
  ["You'll hear from us today.", '2026-06-03'],
  ["I'll write to you on Wednesday", '2026-06-10'],
  ["We're going to refund that in two weeks", '2026-06-17'],
  ["I'll find out what happened and call you back. You'll have an answer by Friday.", '2026-06-05'],
  ['Wir melden uns morgen.', '2026-06-04'],
  ['Guten Morgen, wir melden uns am Freitag bei Ihnen.', '2026-06-05'],
  ['Am Montag melde ich mich wieder.', '2026-06-08'],
  ['Ich schaue nach und sage dir bis übermorgen Bescheid.', '2026-06-05'],
  ['Wir werden Ihnen nächste Woche einen neuen schicken.', '2026-06-12'],
  ['Sie hören in drei Tagen von uns.', '2026-06-06'],
  ['Wir schicken es Ihnen morgen zu.', '2026-06-04'],
  ['Je reviens vers vous vendredi.', '2026-06-05'],
  ['Nous vous répondrons demain !', '2026-06-04'],
  ["On vous rappelle d'ici deux jours.", '2026-06-05'],
  ['Vous aurez une réponse la semaine prochaine.', '2026-06-12'],
  ['Te respondo mañana.', '2026-06-04'],
  ['Nos pondremos en contacto el viernes.', '2026-06-05'],
  ['Le avisaremos dentro de cinco días.', '2026-06-08'],
  ['Mañana por la mañana te llamo.', '2026-06-04'],
]
test.each(promises)('%s', (text, dueDay) => {
  expect(promiseIn(text, wednesday)?.dueDay).toBe(dueDay)
})

const none: string[] = [
  '',
  "I'll get back to you.",
  'We are closed on Friday.',
  "We'll be closed tomorrow.",
  "I won't get back to you before Friday.",
  'We will not be able to send it tomorrow.',
  'Did you get back to us on Friday?',
  "Shall we say I'll call you Friday?",
  'If it is not there, we will send another tomorrow.',
  'You said "I\'ll get back to you Friday" and nobody did.',
  '> We will call you tomorrow\nThat is what you wrote.',
  "We'll look into what happened last Friday.",
  "I'll check the order you placed on Friday.",
  "I'll bring Friday's loaf.",
  "They said they'll get back to you on Monday.",
  'He will get back to you Friday, he said.',
  'We got back to you on Friday.',
  'Friday is a good day for bread.',
  'Wir haben morgen geschlossen.',
  'Wir melden uns nicht vor Freitag.',
  'Guten Morgen! Wir melden uns.',
  'Wir prüfen, was am letzten Freitag passiert ist.',
  'Wenn es morgen nicht da ist, melden wir uns.',
  'Melden Sie sich gerne morgen.',
  'Nous ne vous répondrons pas demain.',
  'Nous sommes fermés lundi.',
  'Je regarde ce qui est arrivé vendredi dernier.',
  'No te respondo mañana.',
  'Buenas tardes, esta mañana no estaba.',
  'Mañana cerramos.',
]
test.each(none)('no promise: %s', (text) => {
  expect(promiseIn(text, wednesday)).toBeNull()
})

test('it gives the sentence that promises, and only that', () => {
  expect(promiseIn("Hello Ada. I'll call you tomorrow! Have a good day.", wednesday)?.text).toBe(
    "I'll call you tomorrow!",
  )
})

test('what was made to take long is read as quickly as anything', () => {
  const hostile = [
    "I'll ".repeat(20_000),
    "'".repeat(50_000),
    'we will '.repeat(9_000),
    '>'.repeat(50_000),
    '"'.repeat(50_001),
  ]
  for (const text of hostile) expect(promiseIn(text, wednesday)).toBeNull()
})
