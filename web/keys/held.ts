/** What is typed while the palette is on its way: it goes into the palette, and not into what is behind it. */
const patienceMs = 10_000

let held = ''
let giveUp: ReturnType<typeof setTimeout> | undefined

/** From now on keys are held, until they are taken. What never opens holds them no longer than ten seconds. */
export function holdKeys(): void {
  takeKeys()
  window.addEventListener('keydown', hold, true)
  giveUp = setTimeout(takeKeys, patienceMs)
}

/** What was typed since; keys go their way again. */
export function takeKeys(): string {
  window.removeEventListener('keydown', hold, true)
  clearTimeout(giveUp)
  const typed = held
  held = ''
  return typed
}

function hold(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Backspace') held = held.slice(0, -1)
  else if (event.key.length === 1) held += event.key
  else return
  event.preventDefault()
  event.stopImmediatePropagation()
}
