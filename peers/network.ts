/**
 * A whole Bluesky network in one process: a PLC directory, a PDS and, with `--app-view`, the AppView. Prints one line of
 * JSON with the addresses and lives until its stdin closes. The AppView wants DB_POSTGRES_URL and REDIS_HOST.
 */
import { TestNetwork, TestNetworkNoAppView } from '@atproto/dev-env'

const network = process.argv.includes('--app-view')
  ? await TestNetwork.create({ dbPostgresSchema: 'earshot' })
  : await TestNetworkNoAppView.create({})

// Its PDS prints nothing, so this line is the first one.
process.stdout.write(`${JSON.stringify({ pdsUrl: network.pds.url, plcUrl: network.plc.url })}\n`)

process.stdin.resume()
process.stdin.once('end', () => process.exit(0))
