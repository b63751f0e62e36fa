import { expect, test } from 'vitest'
import { csvRows } from './csv.ts'
import { asUtf8, mustBeUtf8 } from './encoding.ts'
import { jsonlRows } from './jsonl.ts'
import { mboxRows } from './mbox.ts'
import { type Fields, type Row, readMap } from './rows.ts'

const map = readMap('text=words,author=who,at=when,id=no,parent=answers')

/** In pieces of a few bytes, so that everything falls on a border once. */
async function* chunks(file: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(rows: AsyncIterable<Row[]>): Promise<(Partial<Fields> | string)[]> {
  const found = (await Array.fromAsync(rows)).flat()
  return found.map((row) => (row.is === 'bad' ? `${row.line}: ${row.why}` : told(row.fields)))
}
const told = (fields: Fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
const lines = async (rows: AsyncIterable<Row[]>) => (await Array.fromAsync(rows)).flat().map(({ line }) => line)

const head = 'no,who,when,words,answers\n'
const csv = (body: string) => all(csvRows(chunks(body), map))

test('a CSV file may have a mark at its start, Windows line ends, quotes, and rows of several lines', async () => {
  expect(
    await csv(`\ufeff${head}1,ada,2020-01-01,"she said ""hi""\nand left",\r\n2,bo,2020-01-02,ok 🎂,1\r\n`),
  ).toEqual([
    { id: '1', author: 'ada', at: '2020-01-01', text: 'she said "hi"\nand left' },
    { id: '2', author: 'bo', at: '2020-01-02', text: 'ok 🎂', parent: '1' },
  ])
})

test('each CSV row knows the line on which it begins', async () => {
  const rows = csvRows(
    chunks(`${head}1,ada,x,"one\ntwo\nthree",\n2,bo,x,hi,\n3,bo,x\n4,bo,x,"a\r\nb",\n5,bo,x,hi,\n`),
    map,
  )
  expect(await lines(rows)).toEqual([2, 5, 6, 7, 9])
})

test.each([
  [
    '1,ada,x\n2,bo,x,hi,\n',
    ['2: it has 3 columns where the first line has 5', { id: '2', author: 'bo', at: 'x', text: 'hi' }],
  ],
  ['1,ada,x,hi, there,\n', ['2: it has 6 columns where the first line has 5']],
  ['1,ada,x,he said "hi" to me,\n', [{ id: '1', author: 'ada', at: 'x', text: 'he said "hi" to me' }]],
  ['1,ada,x,a\0b,\n', [{ id: '1', author: 'ada', at: 'x', text: 'a\0b' }]],
  [
    '1,ada,x,hi,\n2,bo,x,"open\n3,bo,x,lost,\n',
    [
      { id: '1', author: 'ada', at: 'x', text: 'hi' },
      '3: a quotation mark opens here and never closes, so that nothing after it could be read',
    ],
  ],
  ['', []],
])('the CSV rows %j are read, or told with line and reason', async (body, expected) => {
  expect(await csv(head + body)).toEqual(expected)
})

test('a missing column is told with those that there are', async () => {
  await expect(csv('no,who,when,text\n1,ada,x,hi\n')).rejects.toThrow(
    'The file has no column "words" and "answers". Its columns: no, who, when, text.',
  )
  await expect(csv('')).rejects.toThrow('The file is empty')
})

test.each([
  ['text=a,author=b', '--map must say which column is the at.'],
  ['text=a,author=b,at=c,colour=d', '--map has "colour=d"; each part is FIELD=COLUMN'],
  ['text,author=b,at=c', '--map has "text"'],
])('the map %j is refused', (written, why) => {
  expect(() => readMap(written)).toThrow(why)
})

test('a file that is not UTF-8 is refused with the first line that is not', async () => {
  await expect(mustBeUtf8(chunks(Buffer.from('a\nb\ncaf\xe9\n', 'latin1')))).rejects.toThrow(
    'line 3 is not); convert it or pass --encoding windows-1252',
  )
  await expect(mustBeUtf8(chunks(Buffer.from('\ufeffa,b\n', 'utf16le')))).rejects.toThrow('pass --encoding utf-16le')
  await mustBeUtf8(chunks('café 🎂\nno end of line: é'))
})

test('other encodings are read when named', async () => {
  const bytes = Buffer.from(`${head}1,ada,x,caf\xe9 \x80,\n`, 'latin1')
  expect(await all(csvRows(asUtf8(chunks(bytes), 'windows-1252'), map))).toMatchObject([{ text: 'café €' }])
  const wide = Buffer.from(`\ufeff${head}1,ada,x,café,\n`, 'utf16le')
  expect(await all(csvRows(asUtf8(chunks(wide), 'utf-16le'), map))).toMatchObject([{ text: 'café' }])
})

test('JSON lines: a row a line, names within names, ids of 64 bits, and what is not JSON told', async () => {
  const nested = readMap('text=words,author=user.name,at=when,id=no,parent=answers')
  const file = [
    '{"no":570306133677760513,"user":{"name":"ada"},"when":1509487847,"words":"hi 🎂"}',
    '',
    'nonsense',
    '[1]',
    '{"no":2,"user":{"name":"bo"},"when":"2020-01-01","words":"ok","answers":570306133677760513}',
  ]
  expect(await all(jsonlRows(chunks(file.join('\r\n')), nested))).toEqual([
    { id: '570306133677760513', author: 'ada', at: '1509487847', text: 'hi 🎂' },
    '3: it is not JSON',
    '4: it is not a JSON object',
    { id: '2', author: 'bo', at: '2020-01-01', text: 'ok', parent: '570306133677760513' },
  ])
})

test('a JSON column that no row has is told', async () => {
  await expect(all(jsonlRows(chunks('{"no":1,"who":"a","when":1,"words":"x"}\n'), map))).rejects.toThrow(
    'no column "answers". Its columns: words, who, when, no.',
  )
})

const mailbox = `From ada@shop.example Mon Jun  1 12:00:00 2026
From: =?UTF-8?Q?Ada_L=C3=B3pez?= <Ada@Shop.example>
Subject: =?utf-8?B?Q2Fmw6k=?=
Date: Mon, 01 Jun 2026 12:00:00 +0200
Message-ID: <one@shop.example>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Is the caf=E9 open?

>From what I hear it is.

From: this is not a new mail
From bo@shop.example Mon Jun  1 13:00:00 2026
From: bo@shop.example
Date: Mon, 01 Jun 2026 13:00:00 +0200
Message-ID: <two@shop.example>
References: <zero@shop.example> <one@shop.example>
Content-Type: text/html; charset=utf-8

<p>It <b>is</b>.</p><script>no()</script>

From the beginning I liked it.
`

test('a mailbox: charsets, encodings, threads, HTML as text, and lines that only look like a new mail', async () => {
  const whole = mailbox.replace('not a new mail\nFrom bo', 'not a new mail\n\nFrom bo')
  const [one, two, ...more] = await all(mboxRows(chunks(whole)))
  expect(more).toEqual([])
  expect(one).toEqual({
    id: '<one@shop.example>',
    author: 'Ada@Shop.example',
    name: 'Ada López',
    title: 'Café',
    at: '2026-06-01T10:00:00.000Z',
    text: 'Is the café open?\n\nFrom what I hear it is.\n\nFrom: this is not a new mail',
  })
  expect(two).toMatchObject({
    id: '<two@shop.example>',
    parent: '<one@shop.example>',
    text: expect.stringMatching(/^It is\.\s+From the beginning I liked it\.$/),
  })
})

test('what is no mailbox is told', async () => {
  expect(await all(mboxRows(chunks('hello\nworld\n')))).toEqual([
    '1: a mailbox begins with a line that begins with "From "',
  ])
})
