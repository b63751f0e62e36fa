/** The settings of the workspace and of this teammate. */
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/queries.ts'
import { Loading } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { AsksHow } from './AsksHow.tsx'
import { Demo } from './Demo.tsx'
import { Duty } from './Duty.tsx'
import { Hooks } from './Hooks.tsx'
import { Learned } from './Learned.tsx'
import { Receivers } from './Receivers.tsx'
import { Retention } from './Retention.tsx'
import { StepDays } from './StepDays.tsx'
import { Team } from './Team.tsx'
import { Tokens } from './Tokens.tsx'
import { WeekMail } from './WeekMail.tsx'
import { You } from './You.tsx'
import './settings.css'

export default function SettingsScreen() {
  const say = useSay()
  const me = useQuery(meQuery).data
  return (
    <Page title={say('settings.title')} lead={me?.workspace.name}>
      {me === undefined ? (
        <Loading />
      ) : (
        <>
          <Team me={me} />
          <You me={me} />
          {me.teammate.role !== 'guest' && <WeekMail />}
          <Tokens me={me} />
          {me.scopes.includes('admin') && <Hooks />}
          {me.teammate.role !== 'guest' && <Duty />}
          <StepDays me={me} />
          <AsksHow me={me} />
          <Receivers me={me} />
          <Learned me={me} />
          <Retention me={me} />
          <Demo me={me} />
          <p className="soft">{say('settings.version', { version: me.version })}</p>
        </>
      )}
    </Page>
  )
}
