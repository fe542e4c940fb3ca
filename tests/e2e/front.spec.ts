import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Where an element's left and right edge stand, in pixels of the window. */
async function edges(element: Locator): Promise<{ left: number; right: number }> {
  return element.evaluate((found) => {
    const { left, right } = found.getBoundingClientRect();
    return { left, right };
  });
}

test("a cover and a list of contents stand before page 1, and an entry leads to its heading", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  await page.getByRole("button", { name: "版面" }).click();
  const sheets = page.locator(".page-slot .page");
  const number = (sheet: number) => sheets.nth(sheet).locator(".page-number");
  await expect(number(0)).toHaveText("— 1 —");

  for (const name of ["封面", "目录"]) await page.getByRole("checkbox", { name }).check();
  const contents = sheets.nth(1);
  await expect(contents).toContainText("目录");
  await expect(number(0)).toHaveCount(0);
  await expect(number(1)).toHaveCount(0);
  const numbers = page.locator(".page-slot .page-number");
  await expect(numbers.first()).toHaveText("— 1 —");

  // Words at the left, the number at the right edge, dots between them and nothing else.
  const entry = contents.locator(".page-line.led").last();
  const [whole, leader, shown] = [
    await edges(entry),
    await edges(entry.locator(".page-leader")),
    await edges(entry.locator("> *").last()),
  ];
  expect(leader.right - leader.left).toBeGreaterThan(20);
  expect(shown.left).toBeGreaterThanOrEqual(leader.right);
  expect(Math.abs(shown.right - whole.right)).toBeLessThan(1);

  // A click on an entry goes to the field, and the mark stands by the heading in the report.
  const heading = (await entry.locator(".page-run[data-run]").first().textContent()) ?? "";
  await entry.locator(".page-run[data-run]").first().click();
  await expect(page.locator("input:focus, textarea:focus")).toHaveValue(heading);
  const marked = page.locator(".page-slot").filter({ has: page.locator(".page-mark") });
  await expect(marked.locator(".page-number")).toHaveText(`— ${await entry.locator("> *").last().textContent()} —`);

  const { bytes, paragraphs } = await editor.exported();
  expect(bytes.length).toBeGreaterThan(0);
  expect(paragraphs.filter((paragraph) => paragraph.includes(heading)).length).toBeGreaterThanOrEqual(2);
});

test("cover and contents print without a number", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  for (const name of ["封面", "目录"]) await page.getByRole("checkbox", { name }).check();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const printed = page.locator(".print-pages .page");
  await expect(printed.nth(1)).toContainText("目录");
  const numbers = await printed.evaluateAll((sheets) =>
    sheets.map((sheet) => sheet.querySelector(".page-number")?.textContent ?? ""),
  );
  const front = numbers.lastIndexOf("") + 1;
  expect(front).toBeGreaterThanOrEqual(2);
  expect(numbers).toEqual(numbers.map((_, at) => (at < front ? "" : `— ${at - front + 1} —`)));
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
});
