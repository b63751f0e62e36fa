/** The circle: who holds how many of what a human can hold, how each relationship stands, and whom nobody holds. */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Circle } from '../../../src/api/people/shapes.ties.ts'
import { circleQuery } from '../../api/queries.ts'
import { CircleTabs } from '../../parts/CircleTabs.tsx'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { locale, useSay } from '../../words/words.ts'
import './circle.css'
import { Holders } from './Holders.tsx'
import { Loyal } from './Loyal.tsx'
import { Ties } from './Ties.tsx'

const HandOver = lazy(() => import('./HandOver.tsx'))

export default function CircleScreen() {
  const say = useSay()
  const { teammate } = useSearch({ from: '/app/circle' })
  const circle = useQuery(circleQuery(teammate))
  /** Whose ties go to a colleague: null is all of them. */
  const [handing, setHanding] = useState<{ people: string[] | null; n: number } | null>(null)
  if (circle.error && !circle.data)
    return (
      <Page title={say('circle.title')}>
        <Failed title={say('circle.error')} error={circle.error} again={() => void circle.refetch()} />
      </Page>
    )
  if (!circle.data)
    return (
      <Page title={say('circle.title')}>
        <Loading />
      </Page>
    )
  const { data } = circle
  return (
    <Page title={say('circle.title')} lead={say('circle.lead', capacityOf(data))}>
      <CircleTabs />
      <Holders circle={data} />
      <Ties circle={data} onHandOver={setHanding} />
      <Loyal loyal={data.loyal} />
      {handing && (
        <Suspense>
          <HandOver circle={data} {...handing} onClose={() => setHanding(null)} />
        </Suspense>
      )}
    </Page>
  )
}

/** As many as the teammates who work here can hold, and how many they do. */
function capacityOf({ most, holders }: Circle): { most: number; capacity: string; held: string } {
  const here = holders.filter(({ left }) => !left)
  const held = here.reduce((sum, it) => sum + it.held, 0)
  return { most, capacity: (most * here.length).toLocaleString(locale()), held: held.toLocaleString(locale()) }
}
