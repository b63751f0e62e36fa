/** A route that does something to one thing, named by its id, and gives nothing back. */
import type { Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { House } from '../house.ts'
import { Refusal } from './problem.ts'
import { type Api, byId, Done, route } from './route.ts'
import { write } from './write.ts'

/** `does` gives false, or how many that is 0, where there is no such thing; `missing` says so then. */
export function writeById(
  api: Api,
  house: House,
  method: 'put' | 'delete',
  path: `${string}{id}${string}`,
  { says, missing }: { says: string; missing: string },
  does: (tx: Tx, id: Id, done: { by: Id; at: Date }) => Promise<boolean | number>,
): void {
  api.openapi(route(house, method, path, { says, status: 200, answer: Done, params: byId }), async (c) => {
    const { id } = c.req.valid('param')
    const done = await write(c, house, async (tx, { teammate: { id: by } }, at) => {
      if (!(await does(tx, id, { by, at }))) throw new Refusal(404, missing)
      return { ok: true } as const
    })
    return c.json(done, 200)
  })
}
