// Each of the sandbox's lies, and whether npm openid-client notices. Where it doesn't, the core has to: a second client that
// agrees is no proof. What is expected stands in twists.json, by when it shows: `accepted`, or the code of the refusal, which is
// openid-client's own or the provider's.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fetchUserInfo } from 'openid-client'
import { discover, proofs, renew, signIn } from './client.mjs'
import { check } from './count.mjs'

const { module: modules, elsewhere, ...expected } = JSON.parse(await readFile(new URL('twists.json', import.meta.url)))

// What came of it.
async function outcome(work) {
  try {
    await work()
    return 'accepted'
  } catch (error) {
    return error.error ?? error.code ?? error.name
  }
}

export async function twists(name, sandbox, issuer, hint) {
  const config = await discover(issuer)
  const whole = async () => {
    const config = await discover(issuer)
    const DPoP = config.serverMetadata().dpop_signing_alg_values_supported && (await proofs(config))
    await signIn(config, { hint, DPoP })
  }
  const renewal = async () => {
    const DPoP = await proofs(config)
    const tokens = await signIn(config, { hint, DPoP })
    return () => renew(config, tokens.refresh_token, DPoP)
  }
  const userinfo = async () => {
    const tokens = await signIn(config, { hint })
    return () => fetchUserInfo(config, tokens.access_token, tokens.claims().sub)
  }
  for (const [when, prepare] of Object.entries({ 'sign-in': async () => whole, renewal, userinfo })) {
    for (const [twist, wanted] of Object.entries(expected[when])) {
      const what = [`${when} ${twist}`, modules[`${when} ${twist}`]].filter(Boolean).join(', ')
      const work = await prepare()
      await sandbox.control({ twists: [twist] })
      const came = await outcome(work)
      await sandbox.control({ clear: true })
      await check(`${name} twisted: ${what}: ${wanted}`, () => assert.equal(came, wanted))
    }
  }
  await check(`${name} twisted: rotate_keys, oidcc-client-test-signing-key-rotation: refused for a minute, a new client sees them`, async () => {
    const knowing = await discover(issuer)
    await signIn(knowing, { hint })
    await sandbox.control({ twists: ['rotate_keys'] })
    assert.equal(await outcome(() => signIn(knowing, { hint })), 'OAUTH_KEY_SELECTION_FAILED')
    await signIn(await discover(issuer), { hint })
  })
}

// None is forgotten: the sandbox names all that it has when it is asked for one that it hasn't.
export async function complete({ addresses }) {
  await check('every twist of the sandbox is in the table', async () => {
    const answer = await fetch(`${addresses.control}/control`, { method: 'POST', body: '{"twists": ["no_such_twist"]}' })
    const { error } = await answer.json()
    const known = [...error.matchAll(/`([a-z0-9_]+)`/g)].map((found) => found[1]).slice(1)
    const listed = new Set([...Object.values(expected).flatMap(Object.keys), ...elsewhere, 'rotate_keys'])
    assert.deepEqual(known.filter((twist) => !listed.has(twist)), [])
  })
}
