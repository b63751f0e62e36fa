import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../fixtures/any-text.ts'
import { tokens } from '../tokens.ts'
import { isPicture, meet } from './characters.ts'
import { Core } from './core.ts'
import { Terms } from './terms.ts'
import { Texts } from './texts.ts'

test('every text has the words that the plain reading gives it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(namesOf(text)).toEqual(plainNamesOf(text))
    }),
    { numRuns: 3_000 },
  )
})

test('every unit of the alphabet is read as the plain reading reads it, wherever it stands', () => {
  const settings = [
    (one: string) => `a${one}b ${one} #${one}x @k${one}.z`,
    (one: string) => `${one}\u0301 ${one}${one}'${one} -${one}\ufe0f`,
  ]
  for (let page = 0; page < 0x10000; page += 64) {
    const units = Array.from({ length: 64 }, (_, i) => String.fromCharCode(page + i))
    for (const setting of settings) {
      const text = units.map(setting).join(' ')
      expect(namesOf(text)).toEqual(plainNamesOf(text))
    }
  }
})

const plainNamesOf = (text: string): string[][] => tokens(text).map(({ names }) => [...names].sort())

const core: Core = new Core({
  meet,
  isPicture: (high, low) => Number(isPicture(high, low)),
  readPlainly: (from, to) => texts.readPlainly(from, to),
  casedForm: () => 0,
  bareForm: () => 0,
  holds: () => 0,
  isNow: () => 0,
  isNear: () => 0,
  hasLongPhrase: () => 0,
})
const texts = new Texts(core, new Terms(core))

/** The names of each word, as the index reads them. */
function namesOf(text: string): string[][] {
  core.calls.look(1, texts.write([{ text }]))
  const byPosition: string[][] = []
  const { calls } = core
  for (let name = 0; name < calls.namesRead.value; name++) {
    const at = calls.positionOf(name)
    byPosition[at] ??= []
    const [start, end] = [calls.startOf(name), calls.endOf(name)]
    byPosition[at].push(core.text(calls.compared.value + start * 2, end - start))
  }
  return byPosition.map((names) => names.sort())
}
