/**
 * Streams that rooms hear together: a network is opened once and each of its frames read once, whether one room of this
 * thread listens to it or a thousand. A room whose position the open line no longer holds gets a line of its own, and comes
 * over as soon as it has caught up.
 */
import { ChannelTrouble, type Kit } from '../channel.ts'
import type { Counting } from './cursor.ts'
import type { Frame } from './event.ts'
import { Inbox } from './inbox.ts'

export type Stream = {
  /** Cursors are kept under this name, because they mean nothing to another stream. */
  name: string
  counting: Counting
  url(position: number | null): URL
  read(frame: Buffer): Frame
  /** The whole network is never still: silence there means that the line is dead. */
  neverSilent: boolean
}

const most = 200
/** Gathered for so long after the first, and longer by so much for each listener: what comes in at once costs each of them once. */
const withinMs = 50
const withinMsEach = 1
const withinMsAtMost = 1_000
const patienceMs = 20_000
const silentMs = 60_000

/** So many frames a line holds for those who come over, and so many for the slowest of its listeners. */
const forComers = 1_000
const forTheSlowest = 10_000
/** A line goes as fast as the fastest of its listeners: this far ahead of it, it waits. */
const ahead = 2_000
/** In a stream that counts time (microseconds): who was further than a line is now, by this much, can wait for it. */
const soon = 60_000_000

export class Lines {
  /** By address, in the order in which they were opened. */
  readonly #lines = new Map<string, Line[]>()

  /** From behind `position` on; null: from now on. Throws what `kit.socket` throws. */
  hear(stream: Stream, position: number | null, kit: Kit): Listening {
    return new Listening(this, stream, position, kit)
  }

  /** The line to be on behind `position`: the first that holds what comes then, so that all gather on one in the end. */
  gathered(address: string, position: number | null, kit: Kit): Line | null {
    const now = kit.clock.now()
    return this.#lines.get(address)?.find((line) => line.holds(position, now)) ?? null
  }

  open(address: string, stream: Stream, position: number | null, kit: Kit): Line {
    const line = new Line(stream, position, kit, () => {
      const left = this.#lines.get(address)?.filter((it) => it !== line) ?? []
      if (left.length > 0) this.#lines.set(address, left)
      else this.#lines.delete(address)
    })
    this.#lines.set(address, [...(this.#lines.get(address) ?? []), line])
    return line
  }
}

/** A room at a line. */
export class Listening {
  readonly #lines: Lines
  readonly #stream: Stream
  readonly #address: string
  readonly #kit: Kit
  #line: Line
  /** The position of what it took last. Null: it has taken nothing, and nothing came. */
  after: number | null
  /** The number of the frame that it takes next. */
  next: number
  /** It came to a line that was open: what stands there up to `after` it knows. */
  #knows: boolean
  #stirred: () => void = () => {}
  readonly stir = () => this.#stirred()

  constructor(lines: Lines, stream: Stream, position: number | null, kit: Kit) {
    this.#lines = lines
    this.#stream = stream
    this.#address = stream.url(null).href
    this.#kit = kit
    const gathered = lines.gathered(this.#address, position, kit)
    this.#line = gathered ?? lines.open(this.#address, stream, position, kit)
    this.after = position ?? gathered?.newest ?? null
    this.#knows = gathered !== null
    this.next = position === null ? this.#line.end : this.#line.begins
    this.#line.join(this)
    kit.signal.addEventListener('abort', this.stir)
  }

  /** Resolves when the line is open, or when we are asked to stop. Throws ChannelTrouble where it won't open. */
  async opened(): Promise<void> {
    await this.#until(() => this.#line.isOpen || this.#line.ended !== null)
    if (!this.#line.isOpen && this.#line.ended && !this.#kit.signal.aborted) throw this.#line.ended
  }

  /** The next frames, at least one. None: we are asked to stop. Throws ChannelTrouble when the line has ended and all is taken. */
  async take(): Promise<readonly Frame[]> {
    while (!this.#kit.signal.aborted) {
      this.#changeLine()
      const line = this.#line
      await this.#until(() => line.end > this.next || line.ended !== null)
      if (this.#kit.signal.aborted) break
      if (line.end <= this.next && line.ended) throw line.ended
      // Meanwhile the line let go of what comes next.
      if (this.next < line.begins) continue
      const taken = this.#taken(line.from(this.next, most))
      line.stir()
      if (taken.length > 0) return taken
    }
    return []
  }

  leave(): void {
    this.#kit.signal.removeEventListener('abort', this.stir)
    this.#line.leave(this)
  }

  #taken(frames: readonly Frame[]): readonly Frame[] {
    this.next += frames.length
    const { after } = this
    const known = this.#knows && after !== null ? frames.findIndex((it) => positionOf(it) > after) : 0
    if (known === -1) return []
    this.#knows = false
    const last = frames.findLast((it) => it.is === 'events')
    this.after = last?.position ?? after
    return frames.slice(known)
  }

  /** To where all gather, once that holds what comes next; to a line of its own, where too much was said meanwhile. */
  #changeLine(): void {
    const gathered = this.#lines.gathered(this.#address, this.after, this.#kit)
    const isLeftBehind = this.next < this.#line.begins
    if (this.after === null || gathered === this.#line || (gathered === null && !isLeftBehind)) return
    const line = gathered ?? this.#lines.open(this.#address, this.#stream, this.after, this.#kit)
    this.#line.leave(this)
    this.#line = line
    this.#knows = true
    this.next = line.begins
    line.join(this)
  }

  async #until(so: () => boolean): Promise<void> {
    while (!so() && !this.#kit.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#stirred = resolve
      })
    }
    this.#stirred = () => {}
  }
}

const positionOf = (frame: Frame) => (frame.is === 'events' ? frame.position : Number.NEGATIVE_INFINITY)

/** A stream that is open: the frames that some of its listeners have not taken yet, numbered, and the last of the others. */
export class Line {
  readonly #stream: Stream
  readonly #kit: Kit
  readonly #inbox: Inbox
  readonly #host: string
  readonly #listeners = new Set<Listening>()
  readonly #closing = new AbortController()
  readonly #frames: Frame[] = []
  /** All that was said behind this position is here. Null: not known before something was said. */
  #since: number | null
  #moved: () => void = () => {}
  /** The numbers of the first frame that is here, and of the one to come. */
  begins = 0
  end = 0
  newest: number | null = null
  isOpen = false
  ended: ChannelTrouble | null = null

  constructor(stream: Stream, position: number | null, kit: Kit, onEnd: () => void) {
    const url = stream.url(position)
    this.#stream = stream
    this.#kit = { ...kit, signal: this.#closing.signal }
    this.#host = url.host
    this.#since = position
    this.#inbox = new Inbox(kit.socket(url), url.host, this.#kit)
    void this.#read().finally(() => {
      onEnd()
      this.#inbox.close()
      for (const listener of this.#listeners) listener.stir()
    })
  }

  /** Whether all that is said behind `position` is here, or will be soon; of null: whether what comes next is said now. */
  holds(position: number | null, now: Date): boolean {
    if (this.ended || this.#closing.signal.aborted) return false
    const reaches = this.newest ?? this.#since
    const near = this.#stream.counting === 'time' ? soon : 0
    if (position === null) return reaches === null || (near > 0 && reaches > now.getTime() * 1000 - near)
    return this.#since !== null && reaches !== null && this.#since <= position && position <= reaches + near
  }

  from(number: number, count: number): readonly Frame[] {
    return this.#frames.slice(number - this.begins, number - this.begins + count)
  }

  join(listener: Listening): void {
    this.#listeners.add(listener)
  }

  /** The last to leave closes it. */
  leave(listener: Listening): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size === 0) this.#closing.abort()
    this.#moved()
  }

  /** A listener took something: the line may go on. */
  stir(): void {
    this.#moved()
  }

  async #read(): Promise<void> {
    try {
      await this.#inbox.opened()
      this.isOpen = true
      for (const listener of this.#listeners) listener.stir()
      while (!this.#closing.signal.aborted) {
        const frames = await this.#inbox.take({ most, withinMs: this.#within, patienceMs })
        if (frames.length > 0) this.#add(frames.map(this.#stream.read))
        else this.#notice()
        await this.#untilSomebodyFollows()
      }
    } catch (trouble) {
      this.ended = trouble as ChannelTrouble
    }
  }

  get #within(): number {
    return Math.min(withinMsAtMost, withinMs + withinMsEach * (this.#listeners.size - 1))
  }

  #add(frames: readonly Frame[]): void {
    this.#letGo()
    for (const frame of frames) {
      this.#frames.push(frame)
      this.end++
      if (frame.is !== 'events') continue
      this.newest = frame.position
      // The first that it says: before it nothing was asked for, nor said.
      this.#since ??= frame.position - 1
    }
    for (const listener of this.#listeners) {
      listener.after ??= this.#since
      listener.stir()
    }
  }

  /** What all have taken, but for the last, which those need who come over; the slowest is not waited for without end. */
  #letGo(): void {
    const needed = Math.min(this.end - forComers, ...[...this.#listeners].map(({ next }) => next))
    const gone = Math.max(needed, this.end - forTheSlowest) - this.begins
    if (gone < most) return
    const dropped = this.#frames.splice(0, gone)
    this.begins += gone
    this.#since = dropped.findLast((it) => it.is === 'events')?.position ?? this.#since
  }

  async #untilSomebodyFollows(): Promise<void> {
    const isAhead = () => this.end - Math.max(0, ...[...this.#listeners].map(({ next }) => next)) > ahead
    while (isAhead() && !this.#closing.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#moved = resolve
      })
    }
    this.#moved = () => {}
  }

  #notice(): void {
    if (this.#closing.signal.aborted) return
    const since = this.#stream.neverSilent ? this.#inbox.lastFrame : this.#inbox.lastSign
    if (this.#kit.clock.now().getTime() - since.getTime() >= silentMs)
      throw new ChannelTrouble(`Nothing came from ${this.#host} for a minute.`)
    this.#inbox.ping()
  }
}
