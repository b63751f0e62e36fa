/**
 * The memory of one index. What is taken comes from the end, or from what was given back of the same size: sizes come
 * an eighth apart, so that a block given back soon fits another list.
 */

/** By size: the first free block, each of which begins with the address of the next. */
const free = memory.data(256 * 4)
/** So many bytes behind a block may be read. */
const BEYOND: u32 = 64
const PAGE: usize = 65_536

let end: usize = (__heap_base + 63) & ~63

/** The number of a size, and with it how much room a block has. */
function sizeOf(bytes: usize): usize {
  if (bytes <= 64) return (bytes + 7) >>> 3
  const step: usize = 28 - clz<u32>(<u32>(bytes - 1))
  return (step << 3) + ((bytes - 1) >>> step)
}

function roomOf(size: usize): usize {
  if (size <= 8) return size << 3
  const step: usize = (size - 8) >>> 3
  return (size - (step << 3) + 1) << step
}

/** A block for at least so many bytes. What is in it is left from before. */
export function take(bytes: usize): usize {
  const size = sizeOf(bytes)
  const first = load<usize>(free + (size << 2))
  if (first !== 0) {
    store<usize>(free + (size << 2), load<usize>(first))
    return first
  }
  return fromEnd(roomOf(size))
}

export function give(block: usize, bytes: usize): void {
  const place = free + (sizeOf(bytes) << 2)
  store<usize>(block, load<usize>(place))
  store<usize>(place, block)
}

/** A larger block with the first bytes of another, which is given back. */
export function grown(block: usize, bytes: usize, larger: usize): usize {
  const fresh = take(larger)
  memory.copy(fresh, block, bytes)
  give(block, bytes)
  return fresh
}

/** Memory that is never given back, all 0, from the beginning of a line of the cache on. */
export function keep(bytes: usize): usize {
  const left = ((end + 63) & ~63) - end
  end += left
  return fromEnd(bytes)
}

function fromEnd(bytes: usize): usize {
  const block = end
  end += bytes
  const pages = <i32>((end + BEYOND + PAGE - 1) / PAGE)
  const there = memory.size()
  if (pages > there) {
    // A little more each time than is needed, so that it is not asked for with each block.
    const more = max(pages - there, min(32, there >> 3))
    if (memory.grow(more) < 0) unreachable()
  }
  return block
}

/** What is told from without is written here. */
let told: usize = 0
let toldBytes: usize = 0
export function scratch(bytes: usize): usize {
  if (bytes > toldBytes) {
    if (told !== 0) give(told, toldBytes)
    toldBytes = max(4_096, bytes)
    told = take(toldBytes)
  }
  return told
}

/** What was read only so that it is near when it is needed: it is kept here, so that the reading is not left out. */
const near = memory.data(4)

export function broughtNear(touched: u32): void {
  store<u32>(near, touched)
}
