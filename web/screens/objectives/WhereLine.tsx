/** Where an objective stands, in a sentence and as a bar from baseline to target. */
import type { ObjectiveLine } from '../../../src/api/objectives/shapes.objectives.ts'
import { locale, useSay } from '../../words/words.ts'
import { dayText, moneyText, numberText, worthSoFar } from './where-words.ts'

export function WhereLine({ objective }: { objective: ObjectiveLine }) {
  const say = useSay()
  const { measure, unit, baseline, target, due, value, where, unitValue, owner, kind, serving, letGoAt } = objective
  const number = (n: number) => numberText(n, unit, locale())
  const words = {
    measure: say(`measure.${measure}`),
    baseline: number(baseline),
    target: number(target),
    due: dayText(due, locale()),
  }
  const sum = worthSoFar(objective)
  return (
    <>
      <p className="objective-sentence">
        {value === null
          ? say('objective.sentence.none', words)
          : say('objective.sentence', { ...words, value: number(value) })}
      </p>
      <p className="objective-way">
        <span
          className="objective-bar"
          aria-hidden="true"
          style={{ '--share': Math.min(1, Math.max(0, where.share ?? 0)) } as React.CSSProperties}
        />
        <b className="objective-is" data-is={letGoAt ? 'gone' : where.is}>
          {letGoAt ? say('objective.gone', { day: dayText(letGoAt, locale()) }) : say(`objective.where.${where.is}`)}
        </b>
      </p>
      <p className="objective-facts soft">
        <span>{say(`objective.kind.${kind}`)}</span>
        <bdi>{owner.name}</bdi>
        <span>{say('objective.serving', { n: serving })}</span>
        {unitValue && sum !== null && (
          <span>
            {say('objective.worth', {
              each: moneyText(unitValue.cents, unitValue.currency, locale()),
              sum: moneyText(sum, unitValue.currency, locale()),
            })}
          </span>
        )}
      </p>
    </>
  )
}
