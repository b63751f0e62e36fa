/** The three sides of the circle: who is held, who needs wooing, and our friends. */
import { type Tab, Tabs } from './Tabs.tsx'

const tabs: readonly Tab[] = [
  { to: '/circle', words: 'circle.tab.ties' },
  { to: '/circle/wooing', words: 'circle.tab.wooing' },
  { to: '/circle/friends', words: 'circle.tab.friends' },
]

export const CircleTabs = () => <Tabs label="circle.tabs" tabs={tabs} />
