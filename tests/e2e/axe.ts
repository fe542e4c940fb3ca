import AxeBuilder from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";

/** Fails on anything in the page that axe finds against the rules of accessibility. */
export async function expectNoViolations(page: Page): Promise<void> {
  // axe brings a playwright-core of its own, whose types are not those of the tests' page.
  const own = page as unknown as ConstructorParameters<typeof AxeBuilder>[0]["page"];
  const { violations } = await new AxeBuilder({ page: own }).analyze();
  expect(violations.map((it) => [it.id, it.nodes.map((node) => node.html)])).toEqual([]);
}
