/** The tree as a picture: one line a step, outward to the right; a shape for what was done, so that it reads in black and white. */
import type { Ripple } from '../../../src/api/listening/shapes.ripple.ts'
import { useSay } from '../../words/words.ts'

type Steps = Ripple['steps']
const [tall, wide, size] = [28, 34, 6]
const shown = 60

export function Tree({ steps: all }: { steps: Steps }) {
  const say = useSay()
  const steps = all.slice(0, shown)
  const rows = new Map(steps.map(({ id }, row) => [id, row + 1]))
  const at = (depth: number, row: number) => ({ x: 12 + depth * wide, y: 16 + row * tall })
  const deepest = Math.max(1, ...steps.map(({ depth }) => depth))
  const kinds = [...new Set(steps.map(({ kind }) => kind))]
  return (
    <figure className="ripple">
      <div className="ripple-wide">
        <svg
          width={deepest * wide + 420}
          height={(steps.length + 1) * tall + 8}
          role="img"
          aria-label={say('ripple.picture')}
        >
          <Mark {...at(0, 0)} kind="ours" />
          <text {...label(at(0, 0))} className="ripple-name">
            {say('ripple.ours')}
          </text>
          {steps.map((step, row) => {
            const from = at(step.depth - 1, step.parent === null ? 0 : (rows.get(step.parent) ?? 0))
            const to = at(step.depth, row + 1)
            return (
              <g key={step.id}>
                <path d={`M ${from.x} ${from.y + size} V ${to.y} H ${to.x - size}`} className="ripple-line" />
                <Mark {...to} kind={step.kind} />
                <text {...label(to)} className="ripple-name">
                  {step.person?.name ?? say('ripple.us')} <tspan className="ripple-room">{step.room.name}</tspan>
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <figcaption>
        <ul className="ripple-key">
          {kinds.map((kind) => (
            <li key={kind}>
              <svg width="16" height="16" aria-hidden="true">
                <Mark x={8} y={8} kind={kind} />
              </svg>{' '}
              {say(`ripple.kind.${kind}`)}
            </li>
          ))}
        </ul>
        {all.length > shown && <p className="soft">{say('ripple.more', { n: shown })}</p>}
      </figcaption>
    </figure>
  )
}

const label = ({ x, y }: { x: number; y: number }) => ({ x: x + size + 8, y: y + 5 })

/** Ours: a ring in a ring. A reply: a full circle; a quote: a square; a repost: a triangle; a link: a diamond. */
function Mark({ x, y, kind }: { x: number; y: number; kind: Steps[number]['kind'] | 'ours' }) {
  switch (kind) {
    case 'ours':
      return (
        <>
          <circle cx={x} cy={y} r={size + 2} className="ripple-ring" />
          <circle cx={x} cy={y} r={size - 2} className="ripple-full" />
        </>
      )
    case 'reply':
      return <circle cx={x} cy={y} r={size} className="ripple-full" />
    case 'quote':
      return <rect x={x - size} y={y - size} width={2 * size} height={2 * size} className="ripple-ring" />
    case 'repost':
      return (
        <path d={`M ${x} ${y - size - 1} L ${x + size + 1} ${y + size} H ${x - size - 1} Z`} className="ripple-full" />
      )
    case 'link':
      return (
        <path
          d={`M ${x} ${y - size - 1} L ${x + size + 1} ${y} L ${x} ${y + size + 1} L ${x - size - 1} ${y} Z`}
          className="ripple-ring"
        />
      )
  }
}
