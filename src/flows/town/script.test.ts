import { expect, test } from 'vitest'
import { length, residents } from '../../channels/town/town.ts'
import { scripts } from './play.ts'
import { read } from './script.ts'

const hour = 3_600_000

test('a script reads as a conversation in its order', () => {
  const scene = `# a remark
= The cake
2d 1h | ada | is it back? | please
+30m | kit to ada, refused | it is
+1h | kit, snooze 3d`
  expect(read(scene)).toEqual([
    {
      title: 'The cake',
      beats: [
        { ago: 49 * hour, is: 'says', who: 'ada', to: null, text: 'is it back? | please' },
        { ago: 48.5 * hour, is: 'answers', who: 'kit', to: 'ada', text: 'it is', ends: 'refused' },
        { ago: 47.5 * hour, is: 'snoozes', who: 'kit', forMs: 72 * hour },
      ],
    },
  ])
})

const wrong: [script: string, why: string][] = [
  ['1h | kit | hello?', 'Nobody begins: 1h | kit | hello?'],
  ['ada says hello', 'This line is not "when | who | what": ada says hello'],
  ['1h | ada | a\n2h | bo | b', 'The first line says how long ago, the others "+" how much later: 2h | bo | b'],
  ['1h | ada | a\n+2h | bo | b', 'Nobody speaks in the future: +2h | bo | b'],
  ['1w | ada | a', 'How long is "1w"? 1w | ada | a'],
  ['1h | ada | a\n+1m | kit, sings | la', 'Nobody here can "sings": +1m | kit, sings | la'],
  ['1h | ada | a\n+1m | kit', 'An answer without words: +1m | kit'],
  ['1h | ada | a\n+1m | kit, assign ada', 'Assigned to whom? +1m | kit, assign ada'],
  ['1h | ada, done | a', 'ada is not one of us, and can only speak: 1h | ada, done | a'],
]
for (const [script, why] of wrong) {
  test(`is told: ${why}`, () =>
    expect(() => read(script)).toThrow(expect.objectContaining({ name: 'ScriptTrouble', message: why })))
}

const beats = Object.values(scripts).flatMap((scenes) => scenes.flatMap((scene) => scene.beats))

test('everybody who speaks lives in the town, and everybody who lives there speaks', () => {
  const speakers = new Set(beats.flatMap((beat) => (beat.is === 'says' ? [beat.who] : [])))
  expect([...speakers].sort()).toEqual([...residents.keys()].sort())
})

test('what is said on the Square names us, or answers somebody', () => {
  const first = scripts.square.map(({ beats: [beat] }) => (beat?.is === 'says' ? beat.text : ''))
  expect(first.filter((text) => !text.includes('@acmebakery'))).toEqual([])
})

test('our answers fit the room', () => {
  const answers = beats.flatMap((beat) => (beat.is === 'answers' ? [beat.text] : []))
  expect(answers.filter((text) => [...new Intl.Segmenter().segment(text)].length > length.limit)).toEqual([])
})

test('nobody says the same twice', () => {
  const texts = beats.flatMap((beat) => (beat.is === 'says' ? [beat.text] : []))
  const twice = texts.filter((text, index) => texts.indexOf(text) !== index && !/^(Obrigada|Danke|Merci)/.test(text))
  expect(twice).toEqual([])
})
