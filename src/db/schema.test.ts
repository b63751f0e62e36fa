/** All migrations on an empty database give `schema.sql`: a change of the schema is seen in review as what it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'

const golden = new URL('./schema.sql', import.meta.url)
const { ownerUrl } = await freshDatabase()

test('the migrations give the schema that is written down', async () => {
  const now = await describeSchema(ownerUrl)
  if (process.env.UPDATE_GOLDEN || !existsSync(golden)) writeFileSync(golden, now)
  expect(now).toBe(readFileSync(golden, 'utf8'))
})

test('every table of the desk has its workspace, and row-level security stands behind it', async () => {
  const open = await ask<{ name: string }>(
    ownerUrl,
    `select c.relname as name from pg_class c
     where c.relnamespace = 'earshot'::regnamespace and c.relkind in ('r', 'p') and (not c.relrowsecurity
       or not exists (select from pg_policy p where p.polrelid = c.oid)
       or (c.relname <> 'workspace' and not exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull)))`,
  )
  expect(open).toEqual([])
})

test('the program is neither superuser nor owner', async () => {
  const [role] = await ask(
    ownerUrl,
    `select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'earshot_app'`,
  )
  const owned = await ask(ownerUrl, `select relname from pg_class where relowner = 'earshot_app'::regrole`)
  expect([role, owned]).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }, []])
})

async function ask<T>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows
}

/** Tables, indexes, constraints, policies and functions, each in PostgreSQL's own words, in one order always. */
async function describeSchema(url: string): Promise<string> {
  const lines = await ask<{ line: string }>(
    url,
    `with ours as (select oid from pg_namespace where nspname in ('earshot', 'auth'))
     select line from (
       select 1 as part, c.oid::regclass::text as name, a.attnum as place,
         format('column     %s.%s %s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attnotnull then ' not null' end, ' default ' || pg_get_expr(d.adbin, d.adrelid)) as line
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where c.relkind = 'r' and c.relnamespace in (select oid from ours)
       union all
       select 2, c.conrelid::regclass::text || c.conname, 0, format('constraint %s %s: %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
       from pg_constraint c where c.connamespace in (select oid from ours) and c.contype <> 'n'
       union all
       select 3, i.indexrelid::regclass::text, 0, 'index      ' || pg_get_indexdef(i.indexrelid)
       from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace in (select oid from ours)
       union all
       select 4, p.polrelid::regclass::text, 0, format('policy     %s %s: %s', p.polrelid::regclass, p.polname, pg_get_expr(p.polqual, p.polrelid))
       from pg_policy p
       union all
       select 5, p.oid::regprocedure::text, 0, format('function   %s%s: %s', p.oid::regprocedure, case when p.prosecdef then ' as its owner' end, md5(p.prosrc))
       from pg_proc p where p.pronamespace in (select oid from ours)
     ) described order by part, name collate "C", place`,
  )
  return `${lines.map(({ line }) => line).join('\n')}\n`
}
