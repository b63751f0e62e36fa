/** A person's own page: the panel beside their conversations, whole. */

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { personQuery } from '../../api/queries.ts'
import { Page } from '../../parts/Page.tsx'
import { PersonPanel } from '../../parts/PersonPanel.tsx'
import { useSay } from '../../words/words.ts'

export default function PersonScreen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const name = useQuery(personQuery(id)).data?.name ?? say('app.unknown')
  return (
    <Page title={name}>
      <PersonPanel id={id} whole />
    </Page>
  )
}
