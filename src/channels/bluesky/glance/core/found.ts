import * as agreed from '../agreed'

/** So many bytes behind a frame may be read and written. */
const BEYOND = 128
/** The frame is written here. */
export const frame = memory.data(agreed.longest + BEYOND, 16)
/** What was found in it: see agreed.ts. */
export const found = memory.data(agreed.size * 4, 16)

export function note(place: usize, value: u32): void {
  store<u32>(found + (place << 2), value)
}

export function noteStretch(place: usize, from: usize, to: usize): void {
  note(place, ((from - frame) << 16) | (to - frame))
}

export function notePosition(position: u64): void {
  store<f64>(found + (agreed.position << 2), <f64>position)
}
