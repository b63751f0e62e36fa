import { bareForm } from './around'
import { give, take } from './memory'
import * as names from './names'
import { compared } from './texts'

/** A name without its accents. Those of plain letters have none; the others are asked for from without. */

export let bareUnits: usize = take(512)
let room: usize = 256

/** Writes the name at `bareUnits`, and gives how many units it has. */
export function bareOf(name: usize): usize {
  const units = compared + (names.startOf(name) << 1)
  const length = names.endOf(name) - names.startOf(name)
  placeForBare(length)
  for (let i: usize = 0; i < length; i++) {
    const unit = load<u16>(units + (i << 1))
    if (unit > 127) return bareForm(name)
    store<u16>(bareUnits + (i << 1), unit)
  }
  return length
}

/** Where so many units may be written. */
export function placeForBare(length: usize): usize {
  if (length > room) {
    give(bareUnits, room << 1)
    room = length * 2
    bareUnits = take(room << 1)
  }
  return bareUnits
}
