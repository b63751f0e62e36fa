/** Tells the server how long somebody was really busy with this conversation. Idle does not count, nor what nobody looks at. */
import { useEffect } from 'react'
import type { Beats } from '../../../src/api/objectives/shapes.returns.ts'

/** Who has not moved, typed or scrolled for so long is away. */
const idleMs = 60_000
const tickMs = 1000
const beatMs = 30_000
const signs = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const

export function useCare(conversation: string): void {
  useEffect(() => {
    let active = Date.now()
    let [reading, writing] = [0, 0]
    const move = () => {
      active = Date.now()
    }
    const tick = setInterval(() => {
      if (document.visibilityState !== 'visible' || !document.hasFocus() || Date.now() - active > idleMs) return
      if (document.activeElement instanceof HTMLTextAreaElement) writing++
      else reading++
    }, tickMs)
    // A beacon arrives though the page is left. One that is lost is lost: it may be too little, never too much.
    const tell = () => {
      if (reading + writing === 0) return
      const beats: Beats = { beats: [{ conversation, reading, writing }] }
      navigator.sendBeacon('/api/v1/care', new Blob([JSON.stringify(beats)], { type: 'application/json' }))
      reading = 0
      writing = 0
    }
    const beat = setInterval(tell, beatMs)
    const left = () => document.visibilityState === 'hidden' && tell()
    for (const sign of signs) document.addEventListener(sign, move, { capture: true, passive: true })
    document.addEventListener('visibilitychange', left)
    addEventListener('pagehide', tell)
    return () => {
      clearInterval(tick)
      clearInterval(beat)
      for (const sign of signs) document.removeEventListener(sign, move, { capture: true })
      document.removeEventListener('visibilitychange', left)
      removeEventListener('pagehide', tell)
      tell()
    }
  }, [conversation])
}
