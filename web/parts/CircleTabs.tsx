/** The sides of the circle: who is held, who needs wooing, our friends, and orders that wait for somebody. */
import { type Tab, Tabs } from './Tabs.tsx'

const tabs: readonly Tab[] = [
  { to: '/circle', words: 'circle.tab.ties' },
  { to: '/circle/wooing', words: 'circle.tab.wooing' },
  { to: '/circle/friends', words: 'circle.tab.friends' },
  { to: '/circle/orders', words: 'circle.tab.orders' },
]

export const CircleTabs = () => <Tabs label="circle.tabs" tabs={tabs} />
