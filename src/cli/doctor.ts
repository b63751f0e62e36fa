/** earshot doctor: what is configured, reachable and writable, and what to do about what is not. */
import { parseArgs } from 'node:util'
import { type Finding, findings } from './doctor-findings.ts'
import { printable } from './printable.ts'

export const about = 'says what is wrong with this installation, and what to do about it'
export const usage = `doctor

Each line begins with ok or !!. Exit code 1 when something is wrong.`

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  let wrong = 0
  for await (const finding of findings(process.env)) {
    if (finding.is === 'wrong') wrong++
    console.log(line(finding))
  }
  console.log(wrong === 0 ? '\nAll is well.' : `\n${wrong} ${wrong === 1 ? 'thing needs' : 'things need'} you.`)
  return wrong === 0 ? 0 : 1
}

function line(finding: Finding): string {
  const what = printable(finding.what)
  return finding.is === 'ok' ? `ok  ${what}` : `!!  ${what}\n    ${printable(finding.todo)}`
}
