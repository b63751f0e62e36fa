/** What was begun and not sent: kept on this device until it is sent or emptied, whatever happens to the conversation. */
import { useSyncExternalStore } from 'react'

export type Kind = 'reply' | 'note'

const watchers = new Set<() => void>()
const keyOf = (id: string, kind: Kind) => `earshot.draft.${kind}.${id}`

export function useDraft(id: string, kind: Kind): [text: string, write: (text: string) => void] {
  const text = useSyncExternalStore(watch, () => readDraft(id, kind))
  return [text, (next) => writeDraft(id, kind, next)]
}

export const readDraft = (id: string, kind: Kind): string => localStorage.getItem(keyOf(id, kind)) ?? ''

export function writeDraft(id: string, kind: Kind, text: string): void {
  if (text === '') localStorage.removeItem(keyOf(id, kind))
  else localStorage.setItem(keyOf(id, kind), text)
  for (const changed of watchers) changed()
}

/** Also hears of drafts written in another window. */
function watch(changed: () => void) {
  watchers.add(changed)
  addEventListener('storage', changed)
  return () => {
    watchers.delete(changed)
    removeEventListener('storage', changed)
  }
}
