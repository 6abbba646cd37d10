/** Structured data for search engines; `json` has no `<`, so no text in it can end the element. */
export function JsonLd({ json }: { json: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON made by lib/blog/machines/json-ld.ts, which escapes it
  return <script dangerouslySetInnerHTML={{ __html: json }} type="application/ld+json" />
}
