/** From the keyboard to what changes a conversation. */
import type { Colleague, ConversationLine } from '../../../src/api/shapes.ts'
import type { ActionId } from '../../keys/actions.ts'
import type { Desk } from './desk.ts'

/** What can be done to a line from the keyboard, in the list and in the open conversation alike. */
export function lineActions(
  line: ConversationLine,
  desk: Pick<Desk, 'act' | 'ask' | 'toHistory'>,
  me: Colleague | undefined,
): Partial<Record<ActionId, () => void>> {
  const { person } = line
  const ended = line.state === 'done' || line.state === 'noted'
  return {
    done: ended ? undefined : () => void desk.act.done(line),
    reopen: ended ? () => void desk.act.reopen(line) : undefined,
    noted: ended ? undefined : () => void desk.act.noted(line),
    snooze: ended ? undefined : () => desk.ask('snooze', line),
    wake: line.state === 'snoozed' ? () => void desk.act.wake(line) : undefined,
    assign: () => desk.ask('assign', line),
    history: person === null ? undefined : () => desk.toHistory(person.id),
    mine: me && (() => void desk.act.assign(line, me)),
  }
}
