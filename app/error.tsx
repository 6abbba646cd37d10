'use client'

import { stringsFor } from '@/lib/strings'

/** Shown instead of a page whose component failed in the browser or on request. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const strings = stringsFor(typeof document === 'undefined' ? 'en' : document.documentElement.lang)
  return (
    <main className="column" id="main">
      <h1>{strings.errorTitle}</h1>
      <p className="mt-4">{strings.errorText}</p>
      <p className="mt-4">
        <button className="target frame-text" onClick={reset} type="button">
          {strings.errorRetry}
        </button>
        <a className="target frame-text ms-4" href="/">
          {strings.home}
        </a>
      </p>
    </main>
  )
}
