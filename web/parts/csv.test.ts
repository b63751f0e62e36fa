import { expect, test } from 'vitest'
import { csv } from './CsvLink.tsx'

test('what has commas, quotes or lines is quoted, and no cell is a formula', () => {
  expect(
    csv([
      ['word', 'n'],
      ['a "b", c', 1],
      ['=1+1', -2],
    ]),
  ).toBe('\uFEFFword,n\r\n"a ""b"", c",1\r\n\'=1+1,-2\r\n')
})
