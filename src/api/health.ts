/** For those who look after the machine: alive, ready, and numbers for Prometheus. */
import { sql } from '../db/db.ts'
import { letIn } from './door/actor.ts'
import type { Api } from './door/route.ts'
import type { House } from './house.ts'

export function health(api: Api, house: House): void {
  api.get('/healthz', letIn(house, 'GET /healthz'), (c) => c.json({ ok: true, version: house.version }))

  api.get('/readyz', letIn(house, 'GET /readyz'), async (c) => {
    try {
      await house.db.outside((tx) => tx.row(sql`select 1`))
      return c.json({ ok: true })
    } catch (error) {
      return c.json({ ok: false, why: (error as Error).message }, 503)
    }
  })

  api.get('/metrics', letIn(house, 'GET /metrics'), (c) => {
    const { rss, heapUsed } = process.memoryUsage()
    const numbers: Record<string, number> = {
      earshot_live_screens: house.live.open,
      earshot_database_connections: house.db.pool.totalCount,
      earshot_database_waiting: house.db.pool.waitingCount,
      process_resident_memory_bytes: rss,
      nodejs_heap_used_bytes: heapUsed,
      process_uptime_seconds: Math.round(process.uptime()),
      ...house.gauges(),
    }
    const lines = Object.entries(numbers).map(
      ([name, value]) => `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}\n${name} ${value}\n`,
    )
    return c.text(lines.join(''), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
}
