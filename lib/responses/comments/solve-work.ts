import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

// A separate script, only loaded with a form that needs it.

/**
 * Solves a form's challenge while its reader writes, and puts the solution into the form. A form that is sent earlier
 * waits for it.
 * @param form with an `input[name=work]` whose `data-challenge` is the URL of a challenge
 */
export function followForm(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('[name=work]')
  const button = form.querySelector('button')
  if (!field) return
  form.querySelector('[data-needs-script]')?.remove()
  let work: Promise<void> | undefined
  const start = () => {
    work ??= solve(field).catch(() => {
      // Offline, or not a secure context: the server reports that the solution is missing.
    })
  }
  // Nothing is computed for those who only read.
  form.addEventListener('focusin', start, { once: true })
  form.addEventListener('submit', async (event) => {
    if (field.value !== '' || field.dataset.tried) return
    event.preventDefault()
    event.stopPropagation()
    start()
    button?.setAttribute('aria-busy', 'true')
    await work
    button?.removeAttribute('aria-busy')
    field.dataset.tried = 'true'
    form.requestSubmit()
  })
}

async function solve(field: HTMLInputElement): Promise<void> {
  const response = await fetch(field.dataset.challenge ?? '')
  const challenge = await response.json()
  const solution = await solveChallenge({ challenge, deriveKey })
  if (solution) field.value = btoa(JSON.stringify({ challenge, solution }))
}

// In a post the enhancement script does this when it inserts a form.
if (document.body.classList.contains('responses-page'))
  for (const form of document.querySelectorAll<HTMLFormElement>('form.write')) followForm(form)
