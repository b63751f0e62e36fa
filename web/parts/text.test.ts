import { expect, test } from 'vitest'
import { linkOf, piecesOf, unshownLinks } from './text.ts'

const told = (text: string) => piecesOf(text).map((piece) => (piece.is === 'link' ? `<${piece.url}>` : piece.text))

test('addresses in what people wrote become links, the words stay words', () => {
  const cases: [text: string, pieces: string[]][] = [
    ['no link', ['no link']],
    ['see https://a.example/b.', ['see ', '<https://a.example/b>', '.']],
    ['(https://a.example/b_(c))', ['(', '<https://a.example/b_(c)>', ')']],
    ['https://a.example', ['<https://a.example/>']],
    ['<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    ['http://', ['http://']],
  ]
  for (const [text, pieces] of cases) expect(told(text), text).toEqual(pieces)
})

test('only addresses of the web are links', () => {
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'file:///etc', 'x']) {
    expect(linkOf(address), address).toBeNull()
  }
})

test('a look-alike host shows as what it is', () => {
  expect(linkOf('https://аpple.example/login')?.host).toBe('xn--pple-43d.example')
})

test('links that the words do not show are told once', () => {
  const text = 'our bakery https://bakery.example/'
  expect(
    unshownLinks(text, ['https://bakery.example', 'https://menu.example/x', 'javascript:x']).map(({ url }) => url),
  ).toEqual(['https://menu.example/x'])
})
