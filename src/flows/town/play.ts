/** Plays the scripts of the town, line by line in the order of their hours, through the same flows as everything real. */
import { readFileSync } from 'node:fs'
import { idOf, length, ourIdOf, type PlaceName, places, saidBy } from '../../channels/town/town.ts'
import type { Db, Tx } from '../../db/db.ts'
import { change } from '../../domain/conversation/conversation.store.ts'
import {
  assign,
  type Change,
  type Conversation,
  close,
  note as leave,
  snooze,
} from '../../domain/conversation/conversation.ts'
import type { Said } from '../../domain/message/heard.ts'
import { byExternalId, type HeldMessage } from '../../domain/message/message.store.ts'
import * as notes from '../../domain/note/note.store.ts'
import { UNDO_MS } from '../../domain/reply/reply.ts'
import type { Sent } from '../../domain/reply/sent.ts'
import { room as roomOf } from '../../domain/room/room.store.ts'
import { systemClock } from '../../lib/clock.ts'
import type { Id, NewId } from '../../lib/ids.ts'
import { reply } from '../answer.ts'
import { deliver } from '../deliver.ts'
import { hear } from '../hear.ts'
import { type Beat, type Colleague, type Ending, read, type Scene } from './script.ts'

export type Staging = {
  rooms: Readonly<Record<PlaceName, Id>>
  colleagues: Readonly<Record<Colleague, Id>>
  at: Date
}

export const scripts: Readonly<Record<PlaceName, readonly Scene[]>> = {
  square: read(text('square.txt')),
  comments: read(text('comments.txt')),
  'guest-book': read(text('guest-book.txt')),
}

function text(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}

/** All within `tx`: nothing can hear, answer or remove the town before it stands. Throws where the desk does not take a line. */
export async function play(db: Db, tx: Tx, staging: Staging, newId: NewId): Promise<void> {
  const stage = new Stage({ ...db, in: (_workspace, work) => work(tx) }, tx, staging, newId)
  for (const cue of cues(staging.at)) await stage.play(cue)
  await stage.listen()
}

/** A beat and its place in the town: the `n`th of its scene. */
type Cue = { at: Date; name: PlaceName; key: string; n: number; scene: Scene; beat: Beat }

function cues(now: Date): Cue[] {
  const all = (Object.keys(scripts) as PlaceName[]).flatMap((name) =>
    scripts[name].flatMap((scene, number) =>
      scene.beats.map(
        (beat, n): Cue => ({ at: new Date(now.getTime() - beat.ago), name, key: `${number}`, n, scene, beat }),
      ),
    ),
  )
  return all.sort((a, b) => a.at.getTime() - b.at.getTime() || a.n - b.n)
}

class Stage {
  readonly #db: Db
  readonly #tx: Tx
  readonly #staging: Staging
  readonly #newId: NewId
  /** Said, and not yet heard: a day of it, or until one of us acts upon some of it. */
  #air: { name: PlaceName; key: string; said: Said }[] = []

  constructor(db: Db, tx: Tx, staging: Staging, newId: NewId) {
    this.#db = db
    this.#tx = tx
    this.#staging = staging
    this.#newId = newId
  }

  async play(cue: Cue): Promise<void> {
    const { beat } = cue
    if (beat.is === 'says') return this.#say(cue, beat)
    if (this.#air.some((it) => it.name === cue.name && it.key === cue.key)) await this.listen()
    const to = await this.#held(cue, beat.is === 'answers' ? beat.to : null)
    const by = this.#staging.colleagues[beat.who]
    const decide = (rule: (now: Conversation) => Change) => change(this.#tx, to.conversationId, cue.at, rule)
    switch (beat.is) {
      case 'answers':
        return this.#answer(cue, beat, to)
      case 'notes':
        return notes.write(this.#tx, {
          id: this.#newId(),
          conversationId: to.conversationId,
          by,
          at: cue.at,
          text: beat.text,
        })
      case 'closes':
        await decide((now) => close(now, { by, at: cue.at }))
        return
      case 'leaves':
        await decide((now) => leave(now, { by, at: cue.at }))
        return
      case 'snoozes':
        await decide((now) =>
          snooze(now, { by, at: cue.at, until: new Date(cue.at.getTime() + beat.forMs), keepOnReply: false }),
        )
        return
      case 'assigns':
        await decide((now) => assign(now, { by, assigneeId: this.#staging.colleagues[beat.to] }))
        return
    }
  }

  /** The rooms hear what was said since they last did. */
  async listen(): Promise<void> {
    const byRoom = Map.groupBy(this.#air, ({ name }) => name)
    this.#air = []
    for (const [name, said] of byRoom) {
      const at = said.at(-1)?.said.at ?? this.#staging.at
      await hear(
        this.#db,
        {
          workspace: this.#tx.workspace,
          room: { id: this.#staging.rooms[name], channel: places[name].channel },
          heard: said.map(({ said: message }) => ({ is: 'said', message })),
          cursor: { at: null, eventAt: at },
          at,
          listening: () => [],
        },
        this.#newId,
      )
    }
  }

  async #say(cue: Cue, beat: Beat & { is: 'says' }): Promise<void> {
    const day = (at: Date | undefined) => at?.toISOString().slice(0, 10)
    if (day(this.#air.at(-1)?.said.at) !== day(cue.at)) await this.listen()
    const title = cue.n === 0 ? cue.scene.title : null
    const what = { id: idAt(cue, cue.n), at: cue.at, text: beat.text, title, inReplyTo: parentOf(cue, beat.to) }
    this.#air.push({ name: cue.name, key: cue.key, said: saidBy(places[cue.name], beat.who, what) })
  }

  async #answer(cue: Cue, { who, text, ends }: Beat & { is: 'answers' }, to: HeldMessage): Promise<void> {
    const place = places[cue.name]
    const by = this.#staging.colleagues[who]
    const idOf = (key: string) => ourIdOf(place.address, key)
    const voice = { length, newKey: () => keyAt(cue, cue.n), idOf, first: false }
    const asked = {
      conversationId: to.conversationId,
      text,
      inReplyTo: to.id,
      by,
      at: cue.at,
      answeredThere: ends === 'there',
      done: false,
      seen: null,
    }
    const answered = await reply(this.#tx, asked, () => voice, { newId: this.#newId, random: () => 0, url: '' })
    if (answered.is !== 'answered')
      throw new Error(`The desk did not take "${text}" (${answered.is === 'refused' ? answered.why : answered.is}).`)
    if (ends === 'there') return
    await deliver(
      this.#db,
      { workspaceId: this.#tx.workspace, replyId: answered.replyId },
      {
        worker: 0,
        clock: { ...systemClock, now: () => new Date(cue.at.getTime() + UNDO_MS) },
        random: () => 0,
        newId: this.#newId,
        once: () => (ends === 'unknown' ? 'none' : 'key'),
        room: roomOf,
        send: async () => outcome(ends, ourIdOf(place.address, keyAt(cue, cue.n))),
      },
    )
  }

  /** What one of us acts upon: what `who` said last in this scene, or else what anybody but us did. */
  async #held(cue: Cue, who: string | null): Promise<HeldMessage> {
    const id = lastSaid(cue, (beat) => beat.is === 'says' && (who === null || beat.who === who))
    const held = id && (await byExternalId(this.#tx, this.#staging.rooms[cue.name], [id]))[0]
    if (!held)
      throw new Error(`${who ?? 'Nobody'} has not spoken yet: ${cue.scene.beats[0]?.is} ${JSON.stringify(cue.beat)}`)
    return held
  }
}

function outcome(ends: Ending, id: string): Sent {
  switch (ends) {
    case 'sent':
    case 'there':
      return { is: 'sent', id, url: null }
    case 'refused':
      return {
        is: 'refused',
        why: 'The Square says: you said nearly the same in your last answer. Say it in your own words.',
      }
    case 'unknown':
      return {
        is: 'try-later',
        why: 'The guest book stopped answering while this was on its way.',
        after: null,
        mayHaveArrived: true,
      }
  }
}

/** A line goes on with what stands above it, or with what `to` said last. What a channel refused stands nowhere. */
function parentOf(cue: Cue, to: string | null): string | null {
  return lastSaid(cue, (beat) =>
    to === null
      ? beat.is === 'says' || (beat.is === 'answers' && beat.ends === 'sent')
      : beat.is === 'says' && beat.who === to,
  )
}

function lastSaid(cue: Cue, wanted: (beat: Beat) => boolean): string | null {
  const index = cue.scene.beats.slice(0, cue.n).findLastIndex(wanted)
  return index < 0 ? null : idAt(cue, index)
}

const keyAt = (cue: Cue, n: number): string => `${cue.key}-${n}`

function idAt(cue: Cue, n: number): string {
  const beat = cue.scene.beats[n]
  const place = places[cue.name]
  return beat?.is === 'says' ? idOf(place, keyAt(cue, n), beat.who) : ourIdOf(place.address, keyAt(cue, n))
}
