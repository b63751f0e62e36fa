/** Who answers to an action right now, and the one listener that turns key presses into actions. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type ActionId, actionIds } from './actions.ts'
import { match } from './match.ts'

type Handlers = Partial<Record<ActionId, () => void>>

const sequenceMs = 1200
const offKey = 'earshot.keys.off'
/** Who answers, in the order they came; where two answer to one action, the later does. */
const layers: { current: Handlers }[] = []
const watchers = new Set<() => void>()

/** Answers to actions for as long as the component is there. */
export function useActions(handlers: Handlers): void {
  const layer = useRef(handlers)
  useEffect(() => {
    layer.current = handlers
  })
  useEffect(() => {
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [])
}

/** Does an action, where somebody answers to it. */
export function run(action: ActionId): boolean {
  const handler = handlerOf(action)
  handler?.()
  return handler !== undefined
}

/** The actions that can be done right now, in the order of the table. */
export const possible = (): ActionId[] => actionIds.filter((action) => handlerOf(action) !== undefined)

/** Listens to the keyboard for the whole app. Returns how to stop. */
export function startKeys(): () => void {
  let prefix = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  function pressed(event: KeyboardEvent) {
    if (event.defaultPrevented) return
    const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event
    if (key === 'Shift' || key === 'Control' || key === 'Meta') return
    // keyCode 229: some browsers say only so that an input method is still composing.
    const composing = event.isComposing || event.keyCode === 229
    const found = match({ key, ctrl, meta, alt, shift, composing }, prefix, placeOf(event.target))
    clearTimeout(timer)
    prefix = found.is === 'waits' ? found.prefix : ''
    if (found.is === 'waits') timer = setTimeout(() => (prefix = ''), sequenceMs)
    if (found.is === 'run' && run(found.action)) event.preventDefault()
  }
  document.addEventListener('keydown', pressed)
  return () => document.removeEventListener('keydown', pressed)
}

/** Whether single-key shortcuts are on, on this device. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(watch, singleKeys)
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(offKey)
  else localStorage.setItem(offKey, 'off')
  for (const changed of watchers) changed()
}

const singleKeys = () => localStorage.getItem(offKey) === null

function watch(changed: () => void) {
  watchers.add(changed)
  return () => void watchers.delete(changed)
}

function handlerOf(action: ActionId): (() => void) | undefined {
  return layers.findLast((layer) => layer.current[action] !== undefined)?.current[action]
}

const typingSelector =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'
const controlSelector = 'a[href], button, summary, [role=tab], [role=option], [role=menuitem], input, [role=dialog] *'

function placeOf(target: EventTarget | null) {
  const element = target instanceof Element ? target : document.body
  // Behind an open dialog nothing answers: its keys are its own.
  const inDialog = document.querySelector('[role=dialog], [role=alertdialog]') !== null
  return {
    typing: inDialog || element.closest(typingSelector) !== null,
    onControl: element.closest(controlSelector) !== null,
    singleKeys: singleKeys(),
  }
}
