'use client'

import './styles/globals.css'
import { en as strings } from '@/lib/strings/en'

/** Shown if the layout itself failed: it knows neither the site's name nor its content. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="column">
          <title>{strings.errorTitle}</title>
          <h1>{strings.errorTitle}</h1>
          <p>{strings.errorText}</p>
          <button onClick={reset} type="button">
            {strings.errorRetry}
          </button>
          <p>
            <a href="/">{strings.home}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
