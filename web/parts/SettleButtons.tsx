/** Kept or broken: the two ends of a promise. */
import { actionOf } from '../keys/actions.ts'
import { useSay } from '../words/words.ts'

const ways = { kept: 'promiseKept', broken: 'promiseBroken' } as const

/** `text`: what was promised, so that a screen reader tells one promise from another. */
export function SettleButtons({ text, onSettle }: { text: string; onSettle: (as: 'kept' | 'broken') => void }) {
  const say = useSay()
  return (['kept', 'broken'] as const).map((as) => (
    <button
      key={as}
      type="button"
      className="button small"
      data-tip={`${say(actionOf(ways[as]).words)} · ${actionOf(ways[as]).keys[0]}`}
      aria-label={say(`moment.${as}.name`, { text })}
      onClick={() => onSettle(as)}
    >
      {say(`moment.${as}`)}
    </button>
  ))
}
