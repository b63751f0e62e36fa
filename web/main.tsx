/** Starts the desk: its words, its data, its addresses. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from './api/client.ts'
import { routerFor } from './router.tsx'
import { startWords } from './words/words.ts'
import './look/fonts.css'
import './look/tokens.css'
import './look/base.css'
import './look/controls.css'
import './look/glance.css'
import './look/popup.css'
import './look/shell.css'

const client = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      // What the server refused it refuses again; a broken line is worth a second try.
      retry: (failures, error) => !(error instanceof Refused && error.problem.status < 500) && failures < 2,
      staleTime: 10_000,
    },
  },
})
const router = routerFor(client)

/** A session can end while the desk is open. Drafts stay on this device. */
function leaveWhenSignedOut(error: unknown) {
  const signedOut = error instanceof Refused && error.problem.status === 401
  const { pathname, href } = router.state.location
  if (signedOut && !['/sign-in', '/setup', '/join'].includes(pathname)) {
    void router.navigate({ to: '/sign-in', search: { to: href } })
  }
}

const page = document.getElementById('desk')
if (page === null) throw new Error('The page has no place for the desk')
await startWords()
createRoot(page).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
