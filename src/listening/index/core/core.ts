/** What the program around may ask of one index: see query-index.ts. Its memory is its own. */
import * as filter from './filter'
import * as hits from './hits'
import { unask } from './lists'
import * as messages from './messages'
import * as terms from './terms'
import * as texts from './texts'
import * as waking from './waking'
import * as words from './words'

export { ask, counts, found, tooPatient } from './ask'
export { placeForBare } from './bare'
export { addLong, clearLongs, rootOf, setLengths, stemOf } from './beginnings'
export { forget as forgetWaiting, note as noteWaiting } from './filter'
export {
  areMany,
  isMet,
  lastPlace,
  nameOf,
  nameWith,
  note as noteHit,
  placeBefore,
  positionAt,
  read as readHits,
} from './hits'
export { blockEnd, blockOf, enter, giveBlock, lastAt, leave, relax, waitingAt } from './lists'
export { scratch } from './memory'
export { turnTo } from './messages'
export { count as namesRead, endOf, isDrawn, positionOf, startOf } from './names'
export {
  countCased,
  drop,
  find,
  follow,
  guess,
  hashFor,
  hashOfTerm,
  kindOf,
  lengthOf,
  rate,
  unitsOf,
  use,
  usesOf,
} from './terms'
export { begin, beginMore, compared, lengthsFor, placeForName, roomForUnits, written } from './texts'
export { wake } from './waking'
export { addName } from './words'

/** One message in 64 is counted, to learn how common terms are. */
const COUNTED_EVERY: u32 = 63

/**
 * Reads the messages that were written, of so many units in all, and wakes whoever waits for a word of one. Gives how often
 * somebody was woken.
 */
export function look(count: usize, units: usize): u32 {
  texts.close(units)
  words.begin()
  if (!messages.begin(count)) {
    terms.unsee()
    unask()
  }
  filter.goOn()
  for (let at: usize = 0; at < count; at++) {
    words.readNext()
    messages.close(at)
  }
  for (let at: usize = 0; at < count; at++) {
    messages.turnTo(at)
    waking.look()
    if ((messages.message & COUNTED_EVERY) === 0) hits.countTerms()
  }
  waking.wakeAll()
  return messages.wokenCount - 1
}
