/** The rows, of which only those in sight exist: one listbox that keeps the focus while its active row moves. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ConversationLine, State } from '../../../src/api/shapes.ts'
import { Row } from './Row.tsx'
import './rows.css'

type Props = {
  label: string
  lines: ConversationLine[]
  complete: boolean
  activeId: string | null
  openId: string | null
  /** Rows in another state than these have left the view, and say so. */
  states: readonly State[]
  onActive: (id: string) => void
  onOpen: (id: string) => void
  onEnd: () => void
}

/** A row's height in rem; rows.css says the same. */
const rowRem = 5.25
const endsWithin = 15

export function List(props: Props) {
  const { lines, activeId, openId, onActive, onOpen, onEnd } = props
  const scroller = useRef<HTMLDivElement>(null)
  const active = lines.findIndex((line) => line.id === activeId)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 6,
  })
  const inSight = rows.getVirtualItems()
  const nearEnd = (inSight.at(-1)?.index ?? 0) >= lines.length - endsWithin

  useEffect(() => {
    if (nearEnd && lines.length > 0) onEnd()
  }, [nearEnd, lines.length, onEnd])

  useEffect(() => {
    if (active >= 0) rows.scrollToIndex(active, { align: 'auto' })
  }, [active, rows])

  function pressed(event: React.KeyboardEvent) {
    const page = Math.max(1, inSight.length - 12)
    const jumps: Record<string, number> = {
      Home: 0,
      End: lines.length - 1,
      PageDown: active + page,
      PageUp: active - page,
    }
    const to = jumps[event.key]
    const line = to === undefined ? undefined : lines[Math.min(lines.length - 1, Math.max(0, to))]
    if (line === undefined) return
    event.preventDefault()
    onActive(line.id)
  }

  /** Entered by key, the first row is active. Not by a press of the mouse: the list would jump away under it. */
  function entered(event: React.FocusEvent) {
    const first = lines[0]
    if (active === -1 && first && event.currentTarget.matches(':focus-visible')) onActive(first.id)
  }

  return (
    <div
      ref={scroller}
      className="rows"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={active >= 0 ? `row-${activeId}` : undefined}
      onKeyDown={pressed}
      onFocus={entered}
    >
      <div role="presentation" className="rows-all" style={{ blockSize: rows.getTotalSize() }}>
        {inSight.map(({ index, key, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          return (
            // The listbox has the focus and the keys; a row is only ever clicked.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={key}
              id={`row-${line.id}`}
              className="row"
              role="option"
              aria-selected={line.id === openId}
              aria-setsize={props.complete ? lines.length : -1}
              aria-posinset={index + 1}
              data-active={line.id === activeId || undefined}
              data-waits={line.waitingSince !== null || undefined}
              data-left={!props.states.includes(line.state) || undefined}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => (event.ctrlKey || event.metaKey ? window.open(`/c/${line.id}`) : onOpen(line.id))}
            >
              <Row line={line} left={!props.states.includes(line.state)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
