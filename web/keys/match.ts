/** From a key press to an action: letters by what they type, never by where they lie, so that every layout works. */
import { type ActionId, actionIds, actionOf } from './actions.ts'

export type Press = { key: string; ctrl: boolean; meta: boolean; alt: boolean; shift: boolean; composing: boolean }
export type Match = { is: 'run'; action: ActionId } | { is: 'waits'; prefix: string } | { is: 'nothing' }

/** Where the press happened: in a text field only `always` actions count; on a control, Enter and the arrows are its own. */
export type Place = { typing: boolean; onControl: boolean; singleKeys: boolean }

/** `prefix` is the first step of a sequence pressed just before (the `g` of `g i`), or empty. */
export function match(press: Press, prefix: string, place: Place): Match {
  if (press.composing) return { is: 'nothing' }
  const step = stepOf(press)
  const keys = prefix === '' ? step : `${prefix} ${step}`
  for (const action of actionIds) {
    const { keys: known, always = false } = actionOf(action)
    if (known.includes(keys) && allowed(step, always, place)) return { is: 'run', action }
  }
  const begins = actionIds.some((action) => actionOf(action).keys.some((known) => known.startsWith(`${keys} `)))
  if (begins && allowed(step, false, place)) return { is: 'waits', prefix: keys }
  return prefix === '' ? { is: 'nothing' } : match(press, '', place)
}

/** The step as the table writes it: `j`, `O`, `Mod+k`, `Mod+Shift+Enter`; with Alt (it types letters on many layouts) none. */
function stepOf(press: Press): string {
  if (press.alt) return ''
  if (!press.ctrl && !press.meta) return press.key
  const shift = press.shift ? 'Shift+' : ''
  return `Mod+${shift}${press.key.length === 1 ? press.key.toLowerCase() : press.key}`
}

const controlKeys = new Set(['Enter', 'ArrowUp', 'ArrowDown'])

function allowed(step: string, always: boolean, place: Place): boolean {
  if (step === '') return false
  if (always) return true
  if (place.typing || (place.onControl && controlKeys.has(step))) return false
  return place.singleKeys || step.length > 1
}

/** A key as it is printed on a sheet or a tooltip: `⌘`, `Ctrl`, `↵`. */
export function printed(keys: string, mac: boolean): string[] {
  const signs: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Enter: '↵',
    Escape: 'Esc',
    ArrowDown: '↓',
    ArrowUp: '↑',
    O: 'Shift+O',
  }
  return keys.split(/ |\+(?!$)/).map((key) => signs[key] ?? key)
}
