/** Where a query is written: offers what can come next, and marks the place where it can't be read. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useSay } from '../words/words.ts'
import { type Completion, type Completions, completed, completionsAt, type Known } from './query-completions.ts'
import { piecesAt, type WrongQuery } from './wrong-query.ts'
import './query-box.css'

type Props = {
  label: string
  /** The label is seen; else it is only said. */
  labelled?: boolean
  value: string
  onChange: (value: string) => void
  known: Known
  /** What can't be read in `value`, once that is known. */
  wrong: WrongQuery | null
  hint?: string
  /** A box of many lines; else one line. */
  long?: boolean
  autoFocus?: boolean
  maxLength?: number
}

type Box = HTMLTextAreaElement & HTMLInputElement

export function QueryBox({
  label,
  labelled = false,
  value,
  onChange,
  known,
  wrong: unread,
  hint,
  long = false,
  ...rest
}: Props) {
  const say = useSay()
  const id = useId()
  const box = useRef<Box>(null)
  const under = useRef<HTMLDivElement>(null)
  const offer = useOffer(box, value, onChange, known)
  const { offered, active } = offer
  // While the next word is on offer, what was written so far is not wrong but unfinished.
  const wrong = offered ? null : unread
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  const shared = {
    ref: box,
    id,
    value,
    dir: 'auto',
    spellCheck: false,
    autoCapitalize: 'none',
    autoComplete: 'off',
    'aria-label': labelled ? undefined : label,
    'aria-autocomplete': 'list',
    'aria-controls': offered ? `${id}-offers` : undefined,
    'aria-activedescendant': offered && active !== null ? `${id}-${active}` : undefined,
    'aria-invalid': wrong !== null || undefined,
    'aria-describedby': told || undefined,
    onChange: (event: React.ChangeEvent<Box>) => {
      onChange(event.target.value)
      offer.look(event.target.value, event.target.selectionStart ?? 0)
    },
    onKeyDown: offer.press,
    onBlur: offer.close,
    onClick: offer.close,
    onScroll: (event: React.UIEvent<Box>) => {
      under.current?.scrollTo(event.currentTarget.scrollLeft, event.currentTarget.scrollTop)
    },
    ...rest,
  } as const
  return (
    <div className="field query-field">
      {labelled && <label htmlFor={id}>{label}</label>}
      <div className={long ? 'query-box long' : 'query-box'}>
        <div ref={under} className="query-under" dir="auto" aria-hidden="true">
          {piecesAt(value, wrong).map(({ text, from, isWrong }) =>
            isWrong ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
          )}
        </div>
        {long ? (
          <textarea rows={2} {...shared} />
        ) : (
          <input type="text" role="combobox" aria-expanded={offered !== null} {...shared} />
        )}
        {offered && <Offers id={id} offered={offered} active={active} onChoose={offer.choose} onPoint={offer.point} />}
      </div>
      <div role="status" className="aloud">
        {offered && say('query.offers', { n: offered.options.length })}
      </div>
      {wrong && (
        <p id={`${id}-wrong`} className="wrong" role="status">
          {wrong.line > 1
            ? say('query.wrong.line', { line: wrong.line, column: wrong.column, why: wrong.problem })
            : say('query.wrong', { column: wrong.column, why: wrong.problem })}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  )
}

type OffersProps = {
  id: string
  offered: Completions
  active: number | null
  onChoose: (option: Completion) => void
  onPoint: (place: number) => void
}

function Offers({ id, offered, active, onChoose, onPoint }: OffersProps) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={`${id}-offers`}
      role="listbox"
      className="menu query-offers"
      aria-label={say('query.offers.label')}
    >
      {offered.options.map((option, place) => (
        // The box keeps the focus: it has the keys, and says by aria-activedescendant which one is meant.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={option.insert}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === active}
          className="query-offer"
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onPoint(place)}
          onClick={() => onChoose(option)}
        >
          <code dir="ltr">{option.insert}</code>
          {option.about && (
            <span className="soft">
              {'words' in option.about ? say(option.about.words) : <bdi>{option.about.name}</bdi>}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}

/** What is offered at the caret, which of it is meant, and the keys for it: arrows, Enter or Tab, Escape; Ctrl Space asks. */
function useOffer(box: React.RefObject<Box | null>, value: string, onChange: (value: string) => void, known: Known) {
  const [offered, setOffered] = useState<Completions | null>(null)
  const [active, setActive] = useState<number | null>(null)
  const caret = useRef<number | null>(null)

  // Once the completion is in the box, the caret goes behind it.
  useLayoutEffect(() => {
    if (caret.current === null) return
    box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  useEffect(() => {
    if (value === '') setOffered(null)
  }, [value])

  function look(text: string, at: number, asked = false) {
    setOffered(completionsAt(text, at, known, asked))
    setActive(null)
  }
  function close() {
    setOffered(null)
    setActive(null)
  }
  function choose(option: Completion) {
    if (offered === null) return
    const now = completed(value, offered, option)
    caret.current = now.caret
    onChange(now.text)
    look(now.text, now.caret)
  }
  function press(event: React.KeyboardEvent<Box>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      return look(value, event.currentTarget.selectionStart ?? value.length, true)
    }
    if (offered === null) return
    const { length } = offered.options
    switch (event.key) {
      case 'ArrowDown':
        setActive(active === null ? 0 : (active + 1) % length)
        break
      case 'ArrowUp':
        setActive(active === null ? length - 1 : (active + length - 1) % length)
        break
      case 'Enter':
      case 'Tab': {
        const option = active === null ? undefined : offered.options[active]
        if (option === undefined || event.shiftKey) return close()
        choose(option)
        break
      }
      case 'Escape':
        close()
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return { offered, active, look, close, choose, press, point: setActive }
}
