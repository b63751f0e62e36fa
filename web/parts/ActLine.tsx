/** The line at the foot that says what was just done, with its undo: "Reply to Rosa leaves in 8 s · Undo z". */
import { useEffect, useState } from 'react'
import { useActions } from '../keys/keys.ts'
import { useSay } from '../words/words.ts'
import { did, forget, shownMs, takeUndo, useLastAct } from './last-act.ts'
import { whyOf } from './Notice.tsx'

export function ActLine() {
  const say = useSay()
  const act = useLastAct()
  const [hidden, setHidden] = useState(0)
  const left = useSecondsLeft(act?.leavesAt ?? null)

  useEffect(() => {
    if (act === null) return
    const shown = act.leavesAt === null ? shownMs : Math.max(0, act.leavesAt - Date.now())
    const timer = setTimeout(() => (act.leavesAt === null ? setHidden(act.n) : forget(act.n)), shown)
    return () => clearTimeout(timer)
  }, [act])

  async function undo() {
    try {
      await takeUndo(Date.now())?.()
    } catch (error) {
      did({ said: say('did.undo.failed', { why: whyOf(error, say) }), leavesAt: null, undo: null })
    }
  }
  useActions({ undo: act?.undo ? undo : undefined })

  const shown = act !== null && hidden !== act.n
  return (
    <div className="act-line" role="status">
      {shown && (
        <div className="act-said">
          <span>{act.said}</span>
          {left !== null && <span aria-hidden="true"> {say('talk.leaves', { n: left })}</span>}
          {act.undo && (
            <button type="button" className="act-undo" onClick={undo} aria-keyshortcuts="z">
              {say('do.undo')} <kbd>z</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** Whole seconds until then, counted down; null where there is no then. */
export function useSecondsLeft(leavesAt: number | null): number | null {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (leavesAt === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [leavesAt])
  return leavesAt === null ? null : Math.max(0, Math.ceil((leavesAt - now) / 1000))
}
