/** What an hour of care costs, as the owner says it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Price as Shape } from '../../../src/api/objectives/shapes.returns.ts'
import { put } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { did } from '../../parts/last-act.ts'
import { centsOf, moneyText } from '../../parts/money.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function Price({ price, mayChange }: { price: Shape | null; mayChange: boolean }) {
  const say = useSay()
  const [changing, setChanging] = useState(false)
  return (
    <div>
      <p>
        {price === null
          ? say('care.price.none')
          : say('care.price', { price: moneyText(price.centsAnHour, price.currency) })}{' '}
        {mayChange && !changing && (
          <button type="button" className="link" onClick={() => setChanging(true)}>
            {say('care.price.set')}
          </button>
        )}
      </p>
      {changing && <PriceForm price={price} onEnd={() => setChanging(false)} />}
    </div>
  )
}

function PriceForm({ price, onEnd }: { price: Shape | null; onEnd: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const [amount, setAmount] = useState(price === null ? '' : (price.centsAnHour / 100).toFixed(2))
  const [currency, setCurrency] = useState(price?.currency ?? 'EUR')
  const cents = centsOf(amount)
  const again = () => client.invalidateQueries({ queryKey: ['return'] })
  const save = useMutation({
    mutationFn: () => put('/return/price', cents == null ? null : { centsAnHour: cents, currency }),
    onSuccess: () => {
      onEnd()
      did({ said: say('care.price.did'), leavesAt: null, undo: () => put('/return/price', price).then(again) })
      return again()
    },
  })
  return (
    <form
      className="price-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (cents !== undefined) save.mutate()
      }}
    >
      <Field
        label={say('care.price.hour')}
        value={amount}
        onChange={setAmount}
        optional
        autoFocus
        wrong={cents === undefined ? say('money.wrong') : null}
      />
      <Field
        label={say('money.currency')}
        value={currency}
        onChange={(text) => setCurrency(text.toUpperCase())}
        wrong={/^[A-Z]{3}$/.test(currency) ? null : say('money.currency.wrong')}
      />
      {save.error && (
        <p role="alert" className="wrong">
          {whyOf(save.error, say)}
        </p>
      )}
      <button type="submit" className="button main" disabled={save.isPending}>
        {say('care.price.keep')}
      </button>
      <button type="button" className="button quiet" onClick={onEnd}>
        {say('app.close')}
      </button>
    </form>
  )
}
