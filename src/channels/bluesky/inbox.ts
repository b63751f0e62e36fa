/** A WebSocket as a queue: frames are taken in batches, a reader that is slow slows the sender, a dead line is noticed. */
import type { RawData, WebSocket } from 'ws'
import { ChannelTrouble, type Kit } from '../channel.ts'

// Above this we stop reading, so that TCP slows the sender; below the other we go on.
const full = 5_000
const roomy = 1_000
const openingMs = 20_000

export class Inbox {
  readonly #socket: WebSocket
  readonly #host: string
  readonly #kit: Kit
  readonly #queue: Buffer[] = []
  #ended: ChannelTrouble | null = null
  #wasOpen = false
  readonly #stop = () => this.#wake()
  #wake: () => void = () => {}
  /** When anything came: a frame, or the answer to a ping. */
  lastSign: Date
  lastFrame: Date

  constructor(socket: WebSocket, host: string, kit: Kit) {
    this.#socket = socket
    this.#host = host
    this.#kit = kit
    this.lastSign = this.lastFrame = kit.clock.now()
    socket.on('open', () => {
      this.#wasOpen = true
      this.#wake()
    })
    socket.on('message', (data) => {
      this.lastSign = this.lastFrame = kit.clock.now()
      this.#queue.push(bytesOf(data))
      if (this.#queue.length >= full) socket.pause()
      this.#wake()
    })
    socket.on('pong', () => {
      this.lastSign = kit.clock.now()
    })
    socket.on('error', (trouble) => this.#end(`Could not listen to ${host}: ${trouble.message}`))
    socket.on('close', (code, reason) =>
      this.#end(`${host} closed the stream (${code}${reason.length > 0 ? `, ${reason}` : ''})`),
    )
    socket.on('ping', () => {
      this.lastSign = kit.clock.now()
    })
    kit.signal.addEventListener('abort', this.#stop)
  }

  /** Resolves when it is open, or when we are asked to stop. Throws ChannelTrouble where it won't open. */
  async opened(): Promise<void> {
    await this.#until(() => this.#wasOpen || this.#ended !== null, openingMs)
    // It may have closed again by now: what it gave before is still to be taken.
    if (this.#wasOpen || this.#kit.signal.aborted) return
    throw this.#ended ?? new ChannelTrouble(`${this.#host} did not answer within ${openingMs / 1000} s`)
  }

  /**
   * The next frames, at most `most`, gathered for at most `withinMs` after the first. None: nothing came for
   * `patienceMs`, or we are asked to stop. Throws ChannelTrouble when the line has ended and all is taken.
   */
  async take({
    most,
    withinMs,
    patienceMs,
  }: {
    most: number
    withinMs: number
    patienceMs: number
  }): Promise<Buffer[]> {
    if (this.#queue.length === 0) await this.#until(() => this.#queue.length > 0 || this.#ended !== null, patienceMs)
    if (this.#queue.length > 0 && this.#queue.length < most) {
      await this.#until(() => this.#queue.length >= most || this.#ended !== null, withinMs)
    }
    if (this.#queue.length === 0 && this.#ended && !this.#kit.signal.aborted) throw this.#ended
    const taken = this.#queue.splice(0, most)
    if (this.#socket.isPaused && this.#queue.length <= roomy) this.#socket.resume()
    return taken
  }

  ping(): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  close(): void {
    this.#kit.signal.removeEventListener('abort', this.#stop)
    this.#socket.terminate()
  }

  #end(why: string): void {
    this.#ended ??= new ChannelTrouble(why)
    this.#wake()
  }

  /** Waits until it is so, the time is over, or we are asked to stop. */
  async #until(so: () => boolean, ms: number): Promise<void> {
    if (so() || this.#kit.signal.aborted) return
    const over = new AbortController()
    let isOver = false
    const timeOver = this.#kit.clock.sleep(ms, over.signal).then(() => {
      isOver = true
      this.#wake()
    })
    while (!so() && !isOver && !this.#kit.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    over.abort()
    await timeOver
    this.#wake = () => {}
  }
}

const bytesOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)
