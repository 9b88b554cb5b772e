// npm openid-client, an OpenID client that nobody here wrote, against the sandbox:  node check.mjs PROGRAM PERSONAS
import { readFile } from 'node:fs/promises'
import { challenge } from './challenge.mjs'
import { end, skip } from './count.mjs'
import { provider } from './provider.mjs'
import { start } from './sandbox.mjs'
import { complete, twists } from './twists.mjs'

const sandbox = await start(process.argv[2])
try {
  const { issuer, card_service: service } = sandbox.addresses
  await provider('ID-porten', sandbox, issuer)
  await complete(sandbox)
  await twists('ID-porten', sandbox, issuer)
  const { status } = await fetch(`${service}/.well-known/openid-configuration`)
  if (status === 200) {
    await provider('card service', sandbox, service, 'idporten')
    await twists('card service', sandbox, service, 'idporten')
    await challenge(service, JSON.parse(await readFile(process.argv[3])).find(({ id }) => id === 'kari'))
  } else {
    skip('card service', `no OpenID provider there, discovery answers ${status}`)
  }
} finally {
  sandbox.stop()
}
end()
