import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

// The script of `/admin`: signs in with a passkey, and creates one. Everything else is plain forms.

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) {
  if (!('credentials' in navigator)) continue
  button.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    const { passkey, csrf = '' } = button.dataset
    usePasskey(passkey === 'add' ? 'add' : 'sign-in', csrf)
      .then(() => location.assign('/admin'))
      .catch((error: unknown) => {
        button.disabled = false
        const message = document.querySelector('[data-passkey-error]')
        if (message) message.textContent = error instanceof Error ? error.message : String(error)
      })
  })
}

async function usePasskey(what: 'add' | 'sign-in', csrf: string): Promise<void> {
  const options = await send(`${what}-options`, csrf)
  const answer =
    what === 'add'
      ? await startRegistration({ optionsJSON: options })
      : await startAuthentication({ optionsJSON: options })
  await send(what, csrf, answer)
}

async function send(step: string, csrf: string, answer?: unknown) {
  const response = await fetch('/admin/passkey', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step, csrf, answer }),
  })
  const result = await response.json()
  if (!response.ok) throw new Error(result.error)
  return result
}
