/** The sides of what we want: the objectives, and what the desk does for them. */
import { type Tab, Tabs } from './Tabs.tsx'

const tabs: readonly Tab[] = [
  { to: '/objectives', words: 'objectives.tab.objectives' },
  { to: '/objectives/week', words: 'objectives.tab.week' },
  { to: '/objectives/return', words: 'objectives.tab.return' },
  { to: '/objectives/care', words: 'objectives.tab.care' },
  { to: '/objectives/people', words: 'objectives.tab.people' },
  { to: '/objectives/rooms', words: 'objectives.tab.rooms' },
  { to: '/objectives/voice', words: 'objectives.tab.voice' },
]

export const ObjectiveTabs = () => <Tabs label="objectives.tabs" tabs={tabs} />
