/** What serves no objective, each with its two choices: tie it to one, or let it go. `v` and `X` do it to the picked one. */
import { useState } from 'react'
import type { ObjectiveLine, Serving } from '../../../src/api/objectives/shapes.objectives.ts'
import { useActions } from '../../keys/keys.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { usePicked } from '../../parts/use-picked.ts'
import { useSay } from '../../words/words.ts'
import { useObjectives } from './use-objectives.ts'

type Props = { servants: readonly Serving[]; objectives: readonly ObjectiveLine[] }

export function ServingNone({ servants, objectives }: Props) {
  const say = useSay()
  const { tie, letServantGo } = useObjectives()
  const [chosen, setChosen] = useState<string>()
  const to = objectives.find(({ id }) => id === chosen) ?? objectives[0]
  const { picked, rowId } = usePicked(servants)
  useActions({
    serve: picked && to ? () => tie.mutate({ servant: picked, to }) : undefined,
    letGo: picked ? () => letServantGo.mutate(picked) : undefined,
  })
  if (servants.length === 0) return null
  return (
    <section className="serving-none" aria-labelledby="serving-none">
      <h2 id="serving-none">{say('serving.none')}</h2>
      <p className="soft">{say('serving.none.lead')}</p>
      {objectives.length > 1 && (
        <div className="field serving-to">
          <label htmlFor="serving-to">{say('serving.to')}</label>
          <select id="serving-to" value={to?.id} onChange={(event) => setChosen(event.target.value)}>
            {objectives.map(({ id, result }) => (
              <option key={id} value={id}>
                {result}
              </option>
            ))}
          </select>
        </div>
      )}
      <ul>
        {servants.map((servant) => (
          <li
            key={servant.id}
            id={rowId(servant.id)}
            className="servant"
            data-picked={servant.id === picked?.id || undefined}
          >
            <ServantName servant={servant} />
            <span className="servant-acts">
              {to && (
                <button type="button" className="button small" onClick={() => tie.mutate({ servant, to })}>
                  {say('serving.tie')}
                  <span className="aloud"> {servant.name}</span> {servant === picked && <kbd>v</kbd>}
                </button>
              )}
              <button type="button" className="button small quiet" onClick={() => letServantGo.mutate(servant)}>
                {say('serving.let-go')}
                <span className="aloud"> {servant.name}</span> {servant === picked && <kbd>X</kbd>}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ServantName({ servant: { is, name, channel } }: { servant: Serving }) {
  const say = useSay()
  return (
    <span className="servant-name">
      {channel !== null && <ChannelGlyph channel={channel} size={16} />}
      <span className="soft">{say(`serving.is.${is}`)}</span> <bdi>{name}</bdi>
    </span>
  )
}
