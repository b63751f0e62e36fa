/** A button for one of the table's actions: its word, and its key in the tooltip and for screen readers. */
import { type ActionId, actionOf } from '../keys/actions.ts'
import { printed } from '../keys/match.ts'
import { useSay } from '../words/words.ts'
import { isMac } from './platform.ts'

type Props = { action: ActionId; icon: React.ReactNode; onPress: () => void; compact?: boolean; pressed?: boolean }

export function ActionButton({ action, icon, onPress, compact = false, pressed }: Props) {
  const say = useSay()
  const { words, keys } = actionOf(action)
  const name = say(words)
  const shown = keys[0] === undefined ? name : `${name} · ${printed(keys[0], isMac).join(' ')}`
  return (
    <button
      type="button"
      className={compact ? 'icon-button' : 'button quiet'}
      data-tip={shown}
      aria-label={name}
      aria-keyshortcuts={keys[0]?.length === 1 ? keys[0] : undefined}
      aria-expanded={pressed}
      onClick={onPress}
    >
      {icon}
      {!compact && <span>{name}</span>}
    </button>
  )
}
