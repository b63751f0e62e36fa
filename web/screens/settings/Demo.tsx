/** The pretend town: brought in and taken away as a whole. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../../src/api/shapes.ts'
import { post, remove } from '../../api/client.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function Demo({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: () => (me.demo ? remove('/demo') : post('/demo')),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <section className="setting" aria-labelledby="settings-demo">
      <h2 id="settings-demo">{say('settings.demo')}</h2>
      <p className="soft">{say(me.demo ? 'settings.demo.in' : 'settings.demo.out')}</p>
      {change.error && (
        <p role="alert" className="wrong">
          {whyOf(change.error, say)}
        </p>
      )}
      <button type="button" className="button" disabled={change.isPending} onClick={() => change.mutate()}>
        {say(me.demo ? 'settings.demo.remove' : 'settings.demo.add')}
      </button>
    </section>
  )
}
