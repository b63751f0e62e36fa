/** The statements of a piece of the program, taken down as they are sent, and sent again by themselves. */
import pg from 'pg'
import { asProgram, type Db, type Tx } from '../src/db/db.ts'

export type Statement = { text: string; values: unknown[] }

/** One connection in `workspace`, as the program's role: row-level security binds it as it binds the program. */
export async function bareSql(url: string, workspace: string) {
  const client = new pg.Client(asProgram(url))
  await client.connect()
  await client.query(`select set_config('earshot.workspace', $1, false)`, [workspace])
  return {
    /** What `work` sends, without the frame of its transaction. */
    record: (db: Db, work: (tx: Tx) => Promise<unknown>): Promise<Statement[]> => record(db, workspace, work),
    /** One after the other, rows read to the last. */
    async replay(statements: readonly Statement[]): Promise<void> {
      for (const { text, values } of statements) await client.query(text, values)
    },
    close: () => client.end(),
  }
}

async function record(db: Db, workspace: string, work: (tx: Tx) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  let undo = () => {}
  db.pool.once('acquire', (client) => {
    const query = client.query
    undo = () => {
      client.query = query
    }
    client.query = ((asked: Statement | string) => {
      if (typeof asked !== 'string' && asked.values.length > 0)
        statements.push({ text: asked.text, values: asked.values })
      return query.call(client, asked)
    }) as typeof client.query
  })
  try {
    await db.in(workspace, work)
  } finally {
    undo()
  }
  return statements
}
