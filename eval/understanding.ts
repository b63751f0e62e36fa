/** `npm run eval:understanding -- --data FOLDER`: how well messages are understood, on rows that no shipped model was trained on. */
import { parseArgs } from 'node:util'
import { type Row, table } from '../bench/result.ts'
import { type Learned, learn } from '../src/understanding/learning.ts'
import { type Understanding, understand } from '../src/understanding/understanding.ts'
import { languagesOfTweets } from '../training/rows.ts'
import { dice, shuffled } from '../training/same-dice.ts'
import { accuracy, f1, holdsAt, macroF1, mean } from './understanding/figures.ts'
import {
  airline,
  brands,
  complaints,
  type Judged,
  moodsOf,
  questions,
  spoken,
  spokenTweets,
  trainedOn,
} from './understanding/sets.ts'

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) {
  console.error('Where are the data? npm run eval:understanding -- --data FOLDER')
  process.exit(2)
}
const { data } = values

const known = trainedOn(data)
let leftOut = 0
const judged = <Right>(rows: readonly Judged<Right>[]): Judged<Right>[] => {
  const fair = rows.filter(({ text }) => !known(text))
  leftOut += rows.length - fair.length
  return fair
}

const answers: { sure: number; holds: boolean }[] = []
const rows: Row[] = []

yesOrNo('question: nps_chat, F1', judged(questions(data)), 'question', (right, said) => f1(right, said, 1), [0.85, 0.9])
yesOrNo('complaint: complaints, macro F1', judged(complaints(data)), 'complaint', macroF1, [0.74, 0.82])
moodOfABrand('mood: airline, macro F1', judged(airline(data)), [0.62, 0.74])
const eight = Object.keys(languagesOfTweets).map((name) => {
  const set = judged(moodsOf(data, name))
  return macroF1(
    set.map(({ right }) => right),
    set.map(({ text, right }) => moodOf(understand(text), right)),
  )
})
rows.push(atLeast('mood: umsab, macro F1, mean of eight languages', mean(eight), 0.6))
const aboutUs = [...brands(data).values()].map((set) => {
  const { right, said } = afterCorrections(judged(set), 'about', Math.min(500, Math.floor(set.length / 2)), 1)
  return macroF1(right, said)
})
rows.push(atLeast('about us: sanders, macro F1, mean of four brands, after 500', mean(aboutUs), 0.8))
for (const [what, set, goal] of [
  ['language: sentences', judged(spoken(data, 'sentences')), 0.985],
  ['language: word pairs', judged(spoken(data, 'word-pairs')), 0.89],
  ['language: tweets', judged(spokenTweets(data)), 0.96],
] as const) {
  const said = set.map(({ text }) => understand(text).language ?? '')
  rows.push(
    atLeast(
      what,
      accuracy(
        set.map(({ right }) => right),
        said,
      ),
      goal,
    ),
  )
}
rows.push(atLeast('of answers at 90 %, so many hold', holdsAt(0.9, answers), 0.85))

console.log(table(rows))
console.log(`  ${leftOut} rows that equal one the models were trained on were left out.`)
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1

function yesOrNo(
  what: string,
  set: readonly Judged<0 | 1>[],
  task: 'question' | 'complaint',
  figure: (right: number[], said: number[]) => number,
  [shipped, taught]: readonly [number, number],
): void {
  const said = set.map(({ text, right }) => yes(understand(text).intents[task], right))
  rows.push(
    atLeast(
      `${what}, as shipped`,
      figure(
        set.map(({ right }) => right),
        said,
      ),
      shipped,
    ),
  )
  const draws = [1, 2, 3].map((draw) => afterCorrections(set, task, 500, draw))
  rows.push(atLeast(`${what}, after 500`, mean(draws.map(({ right, said }) => figure(right, said))), taught))
}

function moodOfABrand(
  what: string,
  set: readonly Judged<-1 | 0 | 1>[],
  [shipped, taught]: readonly [number, number],
): void {
  const said = set.map(({ text, right }) => moodOf(understand(text), right))
  rows.push(
    atLeast(
      `${what}, as shipped`,
      macroF1(
        set.map(({ right }) => right as number),
        said,
      ),
      shipped,
    ),
  )
  const draws = [1, 2, 3].map((draw) => afterCorrections(set, 'mood', 500, draw))
  rows.push(atLeast(`${what}, after 500`, mean(draws.map(({ right, said }) => macroF1(right, said))), taught))
}

/** So many rows as corrections, drawn by dice that always fall the same; what is said of the others then. */
function afterCorrections(
  set: readonly Judged<-1 | 0 | 1>[],
  task: 'question' | 'complaint' | 'mood' | 'about',
  count: number,
  draw: number,
): { right: number[]; said: number[] } {
  const mixed = shuffled(set, dice(draw))
  let learned: Learned | undefined
  for (const { text, right } of mixed.slice(0, count))
    learned = learn(learned, { text, label: { [task]: task === 'mood' ? right : right === 1 } })
  const others = mixed.slice(count)
  const said = others.map(({ text, right }) => {
    const all = understand(text, { learned })
    if (task === 'mood') return moodOf(all, right)
    return yes(task === 'about' ? (all.about as number) : all.intents[task], right)
  })
  return { right: others.map(({ right }) => right), said }
}

function yes(probability: number, right: -1 | 0 | 1): 0 | 1 {
  const said = probability >= 0.5 ? 1 : 0
  answers.push({ sure: Math.max(probability, 1 - probability), holds: said === right })
  return said
}

function moodOf({ mood, moodSure }: Understanding, right: -1 | 0 | 1): -1 | 0 | 1 {
  const said = mood > 0.15 ? 1 : mood < -0.15 ? -1 : 0
  answers.push({ sure: moodSure, holds: said === right })
  return said
}

function atLeast(what: string, value: number, limit: number): Row {
  return { what, value: Number(value.toFixed(3)), unit: '', limit: `≥ ${limit}`, ok: value >= limit }
}
