/** What we want the desk to bring about, and where we are. */
import { Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'

export default function ObjectivesScreen() {
  const say = useSay()
  return (
    <Page title={say('objectives.title')} lead={say('objectives.lead')}>
      <ObjectiveTabs />
      <Notice title={say('objectives.none')}>
        <p>{say('objectives.none.more')}</p>
      </Notice>
    </Page>
  )
}
