/** Brings the pretend town in, and leads to the people who wait there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { House } from 'lucide-react'
import { post } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { whyOf } from './Notice.tsx'

export function DemoWay() {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const demo = useMutation({
    mutationFn: () => post('/demo'),
    onSuccess: async () => {
      await client.invalidateQueries()
      await navigate({ to: '/' })
    },
  })
  return (
    <>
      <button type="button" className="begin-way" disabled={demo.isPending} onClick={() => demo.mutate()}>
        <House size={20} aria-hidden="true" />
        <b>{say('begin.demo')}</b>
        <span>{say('begin.demo.more')}</span>
      </button>
      {demo.error && (
        <p role="alert" className="wrong">
          {whyOf(demo.error, say)}
        </p>
      )}
    </>
  )
}
