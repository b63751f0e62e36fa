/** A week in English. */
import { sayingIn, type WeekWords } from './words.ts'

const { number, day, percent, value, time, money } = sayingIn('en-GB')
const many = (n: number, one: string, more: string) => (n === 1 ? one : `${number(n)} ${more}`)
const where = {
  reached: 'reached',
  ahead: 'on the way',
  behind: 'behind',
  missed: 'missed',
  unknown: 'not counted yet',
}
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${number(n)} times`)

export const english: WeekWords = {
  title: (from, to) => `The week from ${day(from)} to ${day(to)}`,
  changed: 'What changed',
  next: 'What to do next',
  more: 'On the desk:',
  why: 'You get this each Monday because you asked for it in your settings; there it can be switched off.',
  nothingChanged: 'Nobody spoke to us, and nothing changed.',
  nothingNext: 'Nothing presses. Greet somebody with whom we are losing touch.',
  objective: (it) =>
    it.value === null
      ? `“${it.result}”: nothing is counted so far; ${value(it.target, it.unit)} are wanted by ${day(it.due)}.`
      : `“${it.result}”: ${value(it.value, it.unit)}${it.before === null ? '' : it.before === it.value ? ', as a week before' : `, ${value(it.before, it.unit)} a week before`}; ${value(it.target, it.unit)} are wanted by ${day(it.due)}: ${where[it.where]}.`,
  behind: (it) => `Look at what moves “${it.result}”: it is ${where[it.where]}.`,
  care: (now, before) =>
    `${many(now.asked, 'One question was asked', 'questions were asked')} (${number(before.asked)} the week before). ${
      now.due === 0
        ? 'Of none is the time over yet.'
        : `${percent(now.inTime, now.due)} had a word in time${before.due === 0 ? '' : ` (${percent(before.inTime, before.due)})`}.`
    }${now.median === null ? '' : ` Half of those who were answered waited no longer than ${time(now.median)}${before.median === null ? '' : ` (${time(before.median)})`}.`}`,
  reopened: ({ reopened, closed }) =>
    `${number(reopened)} of ${many(closed, 'one conversation that was', 'conversations that were')} closed opened again.`,
  people: ({ won, lost, spotted }) =>
    `${many(won, 'One person was', 'people were')} won back, ${number(lost)} lost, and ${number(spotted)} more began to lose patience.`,
  onTheWay: (n) => `Take the next step with ${many(n, 'one person', 'people')} on the way from complaint to friend.`,
  outcomes: ({ n, before, values }) =>
    `${many(n, 'One outcome', 'outcomes')} came of talking${values.length === 0 ? '' : `, worth ${values.map((it) => money(it.cents, it.currency)).join(' and ')}`} (${number(before)} the week before).`,
  verdicts: ({ content, all }) =>
    `${number(content)} of ${many(all, 'one person', 'people')} who said how we did ${all === 1 ? 'was' : 'were'} content.`,
  question: ({ name, asked, before }) => `“${name}” was asked ${times(asked)} (${number(before)} the week before).`,
  writeOnce: ({ name, asked }) =>
    `Write the answer to “${name}” once: it was asked ${times(asked)}, and no answer is kept.`,
  voice: ({ name, now, before, unhappy }) =>
    `${name} was spoken of ${times(now)} without being addressed (${number(before)} the week before)${unhappy > 0 ? `, ${times(unhappy)} in anger or annoyance` : ''}.`,
  storms: (n) => `${many(n, 'One storm was', 'storms were')} warned of.`,
  answerFirst: ({ name, since, people }, at) =>
    `Answer ${name ?? 'whoever waits longest'}, who has waited for ${time((at.getTime() - since.getTime()) / 1000)}${people > 1 ? `; ${number(people)} wait in all` : ''}.`,
  promises: (n) => `Keep ${many(n, 'one promise that falls', 'promises that fall')} due by Sunday, or say why not.`,
  trouble: ({ name, why }) => `${name} can’t be heard: ${why}`,
  lateRoom: ({ name, due, late }) => `In ${name}, ${number(late)} of ${number(due)} had no word in time. Find out why.`,
  counsel: ({ is, name }) =>
    ({
      leave: `Leave ${name} politely, or work it: most who ask there have no word from us.`,
      mend: `Work ${name} well before anything else is taken up: it is worked in part.`,
      work: `Take up ${name}: people ask there in vain, and all else is worked well.`,
    })[is],
}
