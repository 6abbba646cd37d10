/** Every page of the guide, checked by axe-core, html-validate and measurement. */
import AxeBuilder from '@axe-core/playwright'
import type { APIRequestContext } from '@playwright/test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, test } from './test'

test.use({ site: 'default' })

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing on any page, ${colorScheme}, ${width} px wide, expanded`, async ({
      page,
      request,
    }) => {
      test.slow()
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 800 })
      for (const path of await pages(request)) {
        await page.goto(path)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect.soft(found, path).toEqual([])
      }
    })
  }
}

test('html-validate finds nothing on any page', async ({ request }) => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:recommended'],
      // KaTeX positions every symbol with inline styles, and a sidenote names its anchor in one. `>` in text is valid
      // HTML, and the serializer of the texts leaves it as it is.
      rules: { 'no-inline-style': 'off', 'no-raw-characters': 'off' },
    }),
  )
  for (const path of await pages(request)) {
    const html = await (await request.get(path)).text()
    const { results } = await validator.validateString(html)
    const messages = results.flatMap(({ messages }) => messages)
    expect
      .soft(
        messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
        path,
      )
      .toEqual([])
  }
})

test('nothing shifts while a page loads', async ({ page, request }) => {
  for (const path of await pages(request)) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0
          }).observe({ type: 'layout-shift', buffered: true })
          // Buffered entries are delivered before the next frame ends.
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 50)))
        }),
    )
    expect.soft(shift, path).toBe(0)
  }
})

test('the theme follows the system until the reader chooses one, which then applies to every page', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: /theme/ }).click()
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.goto('/posts')
  expect(await ground()).toBe(dark)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await ground()).toBe(dark)
})

test('the navigation marks the current page', async ({ page }) => {
  const link = page
    .getByRole('navigation', { name: 'Site' })
    .getByRole('link', { name: 'Posts', exact: true })
  await page.goto('/posts')
  await expect(link).toHaveAttribute('aria-current', 'page')
  await page.goto('/posts/math-and-code')
  await expect(link).toHaveAttribute('aria-current', 'true')
  await page.goto('/about')
  await expect(link).not.toHaveAttribute('aria-current')
})

test('a keyboard reaches every control, and the focus is always visible', async ({ page }) => {
  await page.goto('/posts/math-and-code')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)

  await page.goto('/posts/math-and-code')
  const controls = await page
    .locator(':is(a[href], button, input, summary, [tabindex]):not([tabindex="-1"])')
    .evaluateAll((all) =>
      all.flatMap((element, index) => {
        // Anchors of headings have no size without the focus, but are in the tab order.
        if (!element.checkVisibility({ visibilityProperty: true })) return []
        element.setAttribute('data-control', `${index} ${element.outerHTML.slice(0, 100)}`)
        return element.getAttribute('data-control') ?? ''
      }),
    )
  const reached: string[] = []
  // Copy buttons exist only while their code block has the focus, so there are more stops than controls.
  for (let step = 0; step < 2 * controls.length; step++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return {
        control: element.getAttribute('data-control') ?? element.className,
        isSeen: outlineStyle !== 'none' && outlineWidth !== '0px',
      }
    })
    if (!focus) break
    expect.soft(focus.isSeen, String(focus.control)).toBe(true)
    reached.push(focus.control)
  }
  expect(reached.filter((control) => control !== 'copy')).toEqual(controls)
})

/** The URLs of the sitemap, and one that does not exist. */
async function pages(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const found = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
  expect(found.length).toBeGreaterThan(8)
  return [...found, '/there-is-nothing-here']
}
