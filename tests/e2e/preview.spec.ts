import { expect, test } from "./fixtures";
import { missing, printed } from "./office";
import { type Editor } from "./pages/editor";

const PROSE = [
  "围绕“青年在哪里、团的工作就做到哪里”，深入乡镇（街道）走访青年1779名，收集意见建议268条，能办的当场办，不能办的逐条回复。",
  "依托“青年之家”开设暑期托管班12个，服务双职工家庭306户，招募大学生志愿者95名，家长普遍反映孩子有人管、学得好。",
  "坚持把学习宣传贯彻党的创新理论作为首要政治任务，创新方式方法，推动理论学习往深里走、往实里走、往心里走。",
  "举办English Corner和Python编程公益课，让山区孩子与城里孩子站在同一条起跑线上；联合人社部门送岗位、送政策、送培训。",
  "部分基层团组织工作方式比较单一，习惯于开会发文，与青年面对面交流少，覆盖面和影响力还需进一步扩大。",
];

/** A report of several pages, typed. */
async function write(editor: Editor): Promise<void> {
  await editor.step("开头");
  await editor.page.getByRole("textbox", { name: "开头" }).fill(PROSE[0] ?? "");
  await editor.step("工作情况");
  await editor.clearItems();
  for (let at = 0; at < 6; at += 1) {
    const text = [0, 1, 2, 3].map((more) => PROSE[(at + more) % PROSE.length]).join("");
    await editor.addItem(`做好第${"一二三四五六"[at]}方面的工作`, text);
  }
}

/** The text of each drawn line of each page, without spaces. */
function drawn(editor: Editor, pages: string): Promise<string[][]> {
  return editor.page.locator(pages).evaluateAll((all) =>
    all.map((page) =>
      [...page.querySelectorAll(".page-line")].map((line) => (line.textContent ?? "").replace(/\s/g, "")).filter(Boolean),
    ),
  );
}

test("the pages on the screen, the printed pages and the Word file hold the same lines", async ({ start, page }) => {
  test.setTimeout(120_000);
  const editor = await start.begin("共青团云岭县委");
  await write(editor);
  await editor.saved();
  await editor.pages();
  const [first] = await drawn(editor, ".pages .page");
  const word = await editor.exported();

  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const pages = page.locator(".print-pages .page");
  await expect(pages.first()).toBeAttached();
  const shown = await drawn(editor, ".print-pages .page");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(shown.length).toBeGreaterThan(2);
  expect(first).toEqual(shown[0]);

  // Chromium's own print has the same pages.
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(shown.length);

  const lacking = missing();
  test.skip(!!lacking, lacking);
  const paper = printed(word.bytes);
  expect(paper.length).toBe(shown.length);
  const all = shown.flatMap((lines, at) => lines.map((line, row) => [line, paper[at]?.[row] ?? ""] as const));
  const differing = all.filter(([one, other]) => one !== other);
  console.log(`preview: ${shown.length} pages, ${all.length} lines, ${all.length - differing.length} equal`);
  expect(differing.length, JSON.stringify(differing, null, 1)).toBeLessThanOrEqual(all.length * 0.02);
  expect(paper.flat().length).toBe(all.length);
});
