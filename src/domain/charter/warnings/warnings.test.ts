import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noCharter } from '../charter.ts'
import type { Kind } from './kinds.ts'
import type { Draft } from './warning.ts'
import { standsBackAfter, warningsOf } from './warnings.ts'

const bakery = {
  ...noCharter,
  good: "Sorry, Ada! It's in the oven and we'll keep one for you. – Kit",
  bad: 'Dear customer, we are not able to process your request. Do not reply to this message.',
  etiquette: 'Whoever wants to write to us alone takes kit@acme.example or +49 30 901820.',
}
const bäckerei = {
  ...noCharter,
  good: 'Tut uns leid, Ada, da haben wir dich hängen lassen. Ich schau nach!',
  bad: 'Sehr geehrte Frau A., wir haben Ihre Anfrage erhalten und melden uns bei Ihnen.',
}
const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  text,
  charter: noCharter,
  asked: { text: 'Is the almond cake back?', labels: ['question'] },
  theirNames: ['Ada Brandt', 'ada.example'],
  ourNames: ['Kit', 'acme'],
  firstWord: true,
  limit: 300,
  elsewhere: [],
  ...more,
})
const kindsIn = (it: Draft): Kind[] => warningsOf(it, []).map(({ is }) => is)

// What a good colleague writes. A false alarm here is worse than a miss below.
const good: [text: string, more?: Partial<Draft>][] = [
  ['Ada, it is! Since this morning, and there are twelve left.'],
  ['Yes, until Sunday. – Kit'],
  ['Not yet, Ada. I asked the bakers: it is back on Friday, and I keep one for you.', { charter: bakery }],
  ["Hi Ada, it's back tomorrow. Which one do you mean, the small one? – Kit", { charter: bakery }],
  [
    'That went wrong, Ada, and I am sorry. A new one is on its way to you today. – Kit',
    { asked: { text: 'It was stale.', labels: ['complaint'] } },
  ],
  ['Ada, write to us alone at kit@acme.example and we look it up.', { charter: bakery }],
  ['Ada, call us at +49 30 901820, that is quickest.', { charter: bakery }],
  ['Our hotline is 1-800-555-0199, Ada, day and night.'],
  [
    'Yes, Ada, 20% off still holds for you. – Kit',
    { asked: { text: 'Does the discount still hold?', labels: ['question'] } },
  ],
  ['Ada, we open at 8:00 on 24 December 2026 and close at 14:00.'],
  ['Thank you, Ada! That makes our week.', { asked: { text: 'Best cake in town', labels: ['praise'] } }],
  ['Ada, es ist wieder da! Seit heute früh, zwölf Stück sind noch übrig.', { charter: bäckerei }],
  ['Nein, leider erst am Freitag wieder. Ich lege dir einen zurück. – Kit', { charter: bäckerei }],
  ['Ada, meinst du den kleinen oder den großen?', { charter: bäckerei }],
  [
    'Das hätte nicht passieren dürfen, Ada. Ein neuer ist heute zu dir unterwegs.',
    { asked: { text: 'Der war trocken.', labels: ['complaint'] } },
  ],
  ['Am 24.12.2026 von 8 bis 14 Uhr, Ada.', { charter: bäckerei }],
  [
    'Ada, der Rabatt gilt noch bis Sonntag, 20 % Rabatt auf alles.',
    { asked: { text: 'Gilt der Rabatt noch?', labels: ['question'] } },
  ],
  [
    'Danke dir, Ada, das freut die ganze Backstube!',
    { asked: { text: 'Bester Kuchen der Stadt', labels: ['praise'] } },
  ],
]
test.each(good)('nothing is said against: %s', (text, more) => {
  expect(kindsIn(draft(text, more))).toEqual([])
})

const bad: [warns: Kind, text: string, more?: Partial<Draft>][] = [
  ['stock-phrase', 'Ada, we apologise for any inconvenience. It is back on Friday.'],
  ['stock-phrase', 'Ada, your feedback is important to us. It is back on Friday.'],
  ['stock-phrase', 'Ada, wir bitten um Ihr Verständnis: erst am Freitag.'],
  ['stock-phrase', 'Ada, dein Anliegen ist uns wichtig. Am Freitag ist er wieder da.'],
  ['hard-sell', 'Ada, it is! Order now, only today, 20% off.'],
  ['hard-sell', 'Ada, ja! Jetzt bestellen und 20 % Rabatt sichern.'],
  ['no-answer', 'Hi Ada, thank you so much for your question!'],
  ['no-answer', 'Hallo Ada, vielen Dank für deine Nachricht!'],
  ['no-name', 'It is back since this morning.'],
  ['no-name', 'Er ist seit heute früh wieder da.'],
  ['too-long', `Ada, ${'it is back. '.repeat(40)}`],
  ['too-long', `Ada, ${'er ist wieder da. '.repeat(40)}`, { limit: null, charter: bäckerei }],
  [
    'same-words',
    'Ada, the almond cake is back since this morning, come by before noon.',
    { elsewhere: [{ room: 'The blog', text: 'Bo, the almond cake is back since this morning, come by before noon!' }] },
  ],
  [
    'same-words',
    'Ada, der Mandelkuchen ist seit heute früh wieder da, komm vorbei.',
    { elsewhere: [{ room: 'Das Forum', text: 'Bo, der Mandelkuchen ist seit heute früh wieder da, komm vorbei!' }] },
  ],
  ['wrong-tone', 'Dear Ada, we are not able to say. Do not wait for it.', { charter: bakery }],
  [
    'wrong-tone',
    'Sehr geehrte Frau Brandt, wir haben Ihre Frage gelesen und geben Ihnen am Freitag Bescheid.',
    { charter: bäckerei },
  ],
  ['private-detail', 'Ada, is ada.brandt@mail.example still yours?'],
  ['private-detail', 'Ada, we call you at +44 7700 900123 today.'],
  ['private-detail', 'Ada, we call you at (212) 555-0147 today.'],
  ['private-detail', 'Ada, wir rufen dich an: 0151 23456789.'],
  ['private-detail', 'Ada, the money goes to GB82 WEST 1234 5698 7654 32.'],
  ['private-detail', 'Ada, das Geld geht auf DE89 3704 0044 0532 0130 00.'],
  ['private-detail', 'Ada, is 4111 1111 1111 1111 your card?'],
  ['private-detail', 'Ada, your order 4711-20931 left today.'],
  ['private-detail', 'Ada, deine Bestellnummer A-4711209 ist heute raus.'],
  ['private-detail', 'Ada, it goes to 12 Mill Lane, right?'],
  ['private-detail', 'Ada, er kommt in die Lindenstraße 14, richtig?'],
]
test.each(bad)('%s is said of: %s', (warns, text, more) => {
  expect(kindsIn(draft(text, more))).toContain(warns)
})

test('digits that are no card and no account of a bank are not called so', () => {
  const told = warningsOf(
    draft('Ada, 4111 1111 1111 1112 and DE89 3704 0044 0532 0130 01 are no numbers of that kind.'),
    [],
  )
  expect(told.map(({ found }) => found)).not.toContain('card')
  expect(told.map(({ found }) => found)).not.toContain('iban')
})

test('to who did not ask, and after our first word, less is asked of a reply', () => {
  const thanks = draft('Thank you so much, Ada!', { asked: { text: 'Lovely cake.', labels: ['praise'] } })
  expect(kindsIn(thanks)).toEqual([])
  expect(kindsIn(draft('It is back since this morning.', { firstWord: false }))).toEqual([])
})

test('overruled three times about the same, a warning stands back there, and only about that', () => {
  const [warning] = warningsOf(draft('Ada, rest assured it is back.'), [])
  const times = (times: number) => [{ warning: 'stock-phrase', about: warning?.about ?? '', times }]
  expect(warning?.is).toBe('stock-phrase')
  expect(warningsOf(draft('Ada, rest assured it is back.'), times(standsBackAfter - 1))).toHaveLength(1)
  expect(warningsOf(draft('Ada, rest assured it is back.'), times(standsBackAfter))).toEqual([])
  expect(warningsOf(draft('Ada, we strive to have it back.'), times(standsBackAfter))).toHaveLength(1)
})

test('what it learns by names nobody', () => {
  const [warning] = warningsOf(draft('Ada, is ada.brandt@mail.example still yours?'), [])
  expect(warning?.about).toMatch(/^mail [0-9a-f]{12}$/)
})

test('no text breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, asked) => {
      const found = warningsOf(draft(text, { charter: bakery, asked: { text: asked, labels: [] } }), [])
      expect(found.every(({ is }) => is.length > 0)).toBe(true)
    }),
  )
})
