// The sandbox in a process of its own, and a browser without pixels for its pages. The sandbox ends with its input, so also
// when we are killed.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export const REDIRECT = 'http://127.0.0.1:49152/innlogget'
export const PARTED = 'http://127.0.0.1:49152/utlogget'

export async function start(program) {
  const child = spawn(program, ['--until-stdin-closes'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { value, done } = await lines.next()
  assert.ok(!done, 'the sandbox says where it is')
  const addresses = JSON.parse(value)
  const ask = async (path, body) => {
    const answer = await fetch(addresses.control + path, body && { method: 'POST', body: JSON.stringify(body) })
    assert.equal(answer.status, 200, await answer.clone().text())
    return answer.json()
  }
  return {
    addresses,
    control: (change) => ask('/control', change),
    // What `work` makes of requests to `path`: their statuses.
    async asked(path, work) {
      const of = (state) => state.requests.filter((one) => one.path === path)
      const before = of(await ask('/state')).length
      await work()
      return of(await ask('/state')).slice(before)
    },
    stop() {
      child.stdin.end()
      child.stdout.destroy()
    },
  }
}

export class Browser {
  #cookies = new Map()

  // Opens the address, fills in the login page that must come, and gives the redirect to the app.
  async signIn(url, person, level = 'idporten-loa-high') {
    const page = await this.open(url)
    assert.equal(typeof page, 'object', 'a page is shown')
    return this.submit(page, { person, level, action: 'login' })
  }

  async cancel(url) {
    return this.submit(await this.open(url), { action: 'cancel' })
  }

  // The page behind the address, or the redirect to the app as text.
  async open(url, init = {}) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)
      if (value) this.#cookies.set(name, value)
      else this.#cookies.delete(name)
    }
    if (answer.status < 300 || answer.status >= 400) return { url, status: answer.status, html: await answer.text() }
    const next = new URL(answer.headers.get('location'), url).href
    return next.startsWith(REDIRECT) || next.startsWith(PARTED) ? next : this.open(next)
  }

  async submit({ url, status, html }, fields) {
    if (status !== 200) throw Object.assign(new Error(`a page with status ${status}`), { code: 'STOPPED_AT_A_PAGE' })
    const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1]
    const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((found) => found.slice(1))
    const body = new URLSearchParams([...hidden, ...Object.entries(fields)])
    const back = await this.open(new URL(action, url).href, { method: 'POST', body })
    assert.equal(typeof back, 'string', 'back to the app')
    return back
  }
}
