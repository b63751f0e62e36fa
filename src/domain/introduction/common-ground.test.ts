import { expect, test } from 'vitest'
import { commonGround } from './common-ground.ts'
import { placesIn } from './places.ts'
import { tradesIn } from './trades.ts'

const places: [text: string, found: string[]][] = [
  ['Almond cake, in Leeds', ['Leeds']],
  ['From Leeds. Loves cats.', ['Leeds']],
  ['Leeds-based florist', ['Leeds']],
  ['Berlin based', ['Berlin']],
  ['I live in New York with two cats', ['New York']],
  ['grew up in Leeds, home in York', ['Leeds', 'York']],
  ["I'm from Leeds", ['Leeds']],
  ['Baker from Leeds', ['Leeds']],
  ['📍 Leeds', ['Leeds']],
  ['Wohne in Köln', ['Köln']],
  ['Bäckerin aus Leipzig', ['Leipzig']],
  ['Katzen | aus Leipzig | Tee', ['Leipzig']],
  ['komme aus Bad Homburg', ['Bad Homburg']],
  ['Believer in Christ', []],
  ['Quotes from Shakespeare', []],
  ['in Recovery', []],
  ['In love with bread', []],
  ['from January', []],
  ['aus Leidenschaft', []],
  ['Bäckerin in Elternzeit', []],
  ['Katholisch, aus Leipzig', []],
  ['Cancer survivor, from Leeds', []],
  ['works in Finance', []],
  ['back in 2020', []],
]
test.each(places)('the places in "%s"', (text, found) => expect(placesIn(text).map(({ name }) => name)).toEqual(found))

const trades: [text: string, found: string[]][] = [
  ['Baker, reader, runner', ['baker']],
  ['Proud master baker from Leeds', ['baker']],
  ["I'm a nurse | she/her", ['nurse']],
  ['I teach maths', ['teacher']],
  ['Ich unterrichte Mathe', ['teacher']],
  ['Lehrerin und Imkerin', ['teacher', 'beekeeper']],
  ['works as a sound engineer', ['engineer']],
  ['I work as a cheesemonger in York', ['cheesemonger']],
  ['arbeitet als Bäckerin', ['baker']],
  ['my baker is the best', []],
  ['Looking for a baker', []],
  ['baker’s wife', []],
  ['married to a nurse', []],
  ['not a teacher', []],
  ['Former engineer', []],
  ['Pastor, baker', []],
  ['Mein Bäcker', []],
]
test.each(trades)('the trades in "%s"', (text, found) => expect(tradesIn(text).map(({ key }) => key)).toEqual(found))

test('who names the same place or trade is a pair, with the words that said it', () => {
  const own = (person: string, text: string) => ({ person, text, own: true })
  const pairs = commonGround([
    own('ada', 'Baker. Wohne in München'),
    own('bo', 'Munich-based, two cats'),
    own('tom', 'Bäcker aus Leipzig'),
  ])
  expect(pairs).toEqual([
    { one: 'ada', other: 'tom', why: 'trade', about: 'Baker', said: { one: 'Baker', other: 'Bäcker aus Leipzig' } },
    {
      one: 'ada',
      other: 'bo',
      why: 'place',
      about: 'München',
      said: { one: 'Wohne in München', other: 'Munich-based' },
    },
  ])
})

test('a place is read in their own words only', () => {
  const noted = (person: string) => ({ person, text: 'From Leeds', own: false })
  expect(commonGround([noted('ada'), noted('bo')])).toEqual([])
})
