/** What changes in a workspace, told with its commit, in whichever process it was made. */
import type { Presence } from '../db/presence.ts'
import { CHANNEL, type Told } from '../domain/happening/happening.store.ts'
import type { Id } from '../lib/ids.ts'

export class Changes {
  /** By workspace, and by workspace and kind of happening: how often, since we listen. */
  readonly #counts = new Map<string, number>()
  /** How often we may have missed some. */
  #missed = 0
  /** From then on every change is told. */
  isOpen = false

  async open(presence: Pick<Presence, 'listen'>): Promise<void> {
    await presence.listen(CHANNEL, (payload) => {
      if (payload === null) this.#missed++
      else {
        const { workspace, kinds } = JSON.parse(payload) as Told
        this.note(workspace, kinds)
      }
    })
    this.isOpen = true
  }

  /** For what we did ourselves, before it is told. */
  note(workspace: Id, kinds: readonly string[] = []): void {
    for (const name of [workspace, ...kinds.map((kind) => `${workspace} ${kind}`)])
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** How things stand there: another text as soon as anything, or anything of these kinds, may have changed. */
  stand(workspace: Id, kinds?: readonly string[]): string {
    const names = kinds?.map((kind) => `${workspace} ${kind}`) ?? [workspace]
    return [this.#missed, ...names.map((name) => this.#counts.get(name) ?? 0)].join(' ')
  }
}
