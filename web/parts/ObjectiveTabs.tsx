/** The sides of what we want: the objectives, and what the desk does for them. */
import { type Tab, Tabs } from './Tabs.tsx'

const tabs: readonly Tab[] = [
  { to: '/objectives', words: 'objectives.tab.objectives' },
  { to: '/objectives/rooms', words: 'objectives.tab.rooms' },
]

export const ObjectiveTabs = () => <Tabs label="objectives.tabs" tabs={tabs} />
