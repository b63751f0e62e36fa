/** Who may call what: a row for every route. A route without a row does not start (and a test says which). */
import type { Permission } from '../../domain/teammate/teammate.ts'

const look: Permission = { scope: 'read', least: 'teammate' }
const work: Permission = { scope: 'write', least: 'teammate' }
const rule: Permission = { scope: 'admin', least: 'admin' }
// A guest sees and answers what was given to them; the routes check that by `sees`.
const lookAsGuest: Permission = { scope: 'read', least: 'guest' }
const workAsGuest: Permission = { scope: 'write', least: 'guest' }

export const permissions: Readonly<Record<string, Permission | 'anybody'>> = {
  'GET /api/v1/me': lookAsGuest,
  'GET /api/v1/counts': lookAsGuest,
  'GET /api/v1/conversations': lookAsGuest,
  'GET /api/v1/conversations/:id': lookAsGuest,
  'POST /api/v1/conversations/:id/replies': workAsGuest,
  'POST /api/v1/conversations/:id/notes': workAsGuest,
  'POST /api/v1/conversations/:id/closure': work,
  'DELETE /api/v1/conversations/:id/closure': work,
  'POST /api/v1/conversations/:id/snooze': work,
  'DELETE /api/v1/conversations/:id/snooze': work,
  'POST /api/v1/conversations/:id/noted': work,
  'POST /api/v1/conversations/:id/assignment': work,
  'POST /api/v1/happenings/:id/undo': work,
  'DELETE /api/v1/replies/:id': workAsGuest,
  'POST /api/v1/replies/:id/again': work,
  'POST /api/v1/replies/:id/outcome': work,
  'GET /api/v1/people/:id': look,
  'GET /api/v1/messages': look,
  'GET /api/v1/messages/:id/understanding': look,
  'PUT /api/v1/messages/:id/understanding': work,
  'GET /api/v1/learned': look,
  'DELETE /api/v1/learned': rule,
  'GET /api/v1/channels': look,
  'GET /api/v1/rooms': look,
  'GET /api/v1/rooms/:id': look,
  'POST /api/v1/rooms': rule,
  'DELETE /api/v1/rooms/:id': rule,
  'POST /api/v1/rooms/:id/pause': rule,
  'DELETE /api/v1/rooms/:id/pause': rule,
  'POST /api/v1/rooms/:id/again': work,
  'POST /api/v1/rooms/:id/sign-in': rule,
  'GET /api/v1/listeners': look,
  'POST /api/v1/listeners': work,
  'PUT /api/v1/listeners/:id': work,
  'DELETE /api/v1/listeners/:id': work,
  // It asks and keeps nothing: a question too long for an address.
  'POST /api/v1/listeners/reading': look,
  'GET /api/v1/listeners/:id/tuning': look,
  'PUT /api/v1/listeners/:id/judgements/:messageId': work,
  'DELETE /api/v1/listeners/:id/judgements/:messageId': work,
  'GET /api/v1/teammates': lookAsGuest,
  'PUT /api/v1/teammates/:id': rule,
  'DELETE /api/v1/teammates/:id': rule,
  'GET /api/v1/invitations': rule,
  'POST /api/v1/invitations': rule,
  'DELETE /api/v1/invitations/:id': rule,
  'GET /api/v1/tokens': look,
  'POST /api/v1/tokens': work,
  'DELETE /api/v1/tokens/:id': work,
  'POST /api/v1/demo': rule,
  'DELETE /api/v1/demo': rule,
  'GET /api/v1/events': lookAsGuest,
  // Whoever holds a one-time link is let in by it.
  'GET /api/v1/setup': 'anybody',
  'POST /api/v1/setup': 'anybody',
  'GET /api/v1/invitations/by-token': 'anybody',
  'POST /api/v1/join': 'anybody',
  'GET /api/openapi.json': 'anybody',
  'GET /healthz': 'anybody',
  'GET /readyz': 'anybody',
  'GET /metrics': 'anybody',
}
