import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { unzip } from "./docx";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";

/** A part of the exported Word file. */
async function part(editor: Editor, name: string): Promise<string> {
  const { bytes } = await editor.exported();
  const found = unzip(bytes).get(`word/${name}.xml`);
  if (!found) throw new Error(`word/${name}.xml is missing`);
  return found.toString("utf8");
}

/** A style of the exported Word file by its id. */
function style(styles: string, id: string): string {
  return styles.match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s"))?.[0] ?? "";
}

/** The height of a line of the first page on the screen, in CSS pixels of the paper. */
async function pitch(page: Page): Promise<string> {
  const line = page.locator(".page-line").filter({ hasText: "上半年工作情况" }).first();
  return line.evaluate((element) => (element as HTMLElement).style.height);
}

async function details(page: Page): Promise<void> {
  await page.locator(".sheet-details > summary").click();
  await expect(page.getByLabel("正文行距（磅）")).toBeVisible();
}

test("28 磅行距 changes the pages at once and stands in the Word file, and undo takes it back", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  await expect(page.getByRole("radio", { name: "国标公文" })).toBeChecked();
  expect(await pitch(page)).toBe("38.6px");
  await page.getByRole("radio", { name: "28 磅行距" }).check();
  await expect.poll(() => pitch(page)).toBe("37.33px");
  expect(style(await part(editor, "styles"), "ReportBody")).toContain('<w:spacing w:line="560" w:lineRule="exact"/>');
  await expect(page.getByRole("definition").filter({ hasText: "28 磅行距" })).toBeVisible();
  await page.getByRole("button", { name: "修改版式" }).click();
  await expect(page.getByRole("radio", { name: "28 磅行距" })).toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("radio", { name: "国标公文" })).toBeChecked();
  await expect.poll(() => pitch(page)).toBe("38.6px");
});

test("a font and a size of one's own arrive in the Word file and survive a reload", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  await details(page);
  await page.getByRole("combobox", { name: "正文字体" }).fill("某单位宋体");
  await page.getByRole("combobox", { name: "正文字号" }).fill("小三");
  // One from the list, by the mouse.
  await page.getByRole("combobox", { name: "标题字体", exact: true }).click();
  await page.getByRole("option", { name: "华文中宋" }).click();
  await expect(page.getByRole("combobox", { name: "标题字体", exact: true })).toHaveValue("华文中宋");
  await page.getByRole("checkbox", { name: "二级标题加粗" }).check();
  await expect(page.locator(".sheet-custom")).toHaveText("自定义：在「国标公文」上改了标题、正文、二级标题、每行字数。");
  await expect(page.locator(".page-run", { hasText: "团市委" }).first()).toHaveCSS("font-size", "20px");

  const styles = await part(editor, "styles");
  expect(style(styles, "ReportBody")).toMatch(/w:eastAsia="某单位宋体".*<w:sz w:val="30"\/>/s);
  expect(style(styles, "Title")).toContain('w:eastAsia="华文中宋"');
  expect(style(styles, "Heading2")).toContain("<w:b/>");
  await expect(page.getByRole("definition").filter({ hasText: "自定义" })).toBeVisible();

  await editor.saved();
  await page.reload();
  await editor.step("版式");
  await expect(page.getByRole("combobox", { name: "正文字体" })).toHaveValue("某单位宋体");
  await expect(page.getByRole("combobox", { name: "正文字号" })).toHaveValue("小三");
  await page.getByRole("button", { name: "恢复为「国标公文」" }).click();
  await expect(page.getByRole("combobox", { name: "正文字体" })).toHaveValue("仿宋_GB2312");
  await expect(page.getByRole("radio", { name: "国标公文" })).toBeChecked();
  // What was of one's own is one key away.
  await page.getByRole("button", { name: "撤销" }).last().click();
  await expect(page.getByRole("combobox", { name: "正文字体" })).toHaveValue("某单位宋体");
});

test("what is no number stays as typed, is said, and harms nothing", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  await details(page);
  const field = page.getByLabel("正文行距（磅）");
  for (const [typed, said] of [["宽一点", /请填数字，单位是磅/], ["3", /请填 16 到 .* 磅/], ["", /请填数字/]] as const) {
    await field.fill(typed);
    await field.blur();
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#sheet-line-pitch-note")).toHaveText(said);
    await expect(page.getByRole("radio", { name: "国标公文" })).toBeChecked();
  }
  // A number that can be used takes the message away; full-width figures and the unit are read too.
  await field.fill("３０磅");
  await expect(page.locator("#sheet-line-pitch-note")).toHaveText("");
  await expect(field).toHaveValue("３０磅");
  await field.blur();
  await expect(field).toHaveValue("30");
  await expect.poll(() => pitch(page)).toBe("40px");
  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue("28.95");
  // A house style clears what was wrong.
  await field.fill("宽");
  await field.blur();
  await page.getByRole("radio", { name: "28 磅行距" }).check();
  await expect(field).toHaveValue("28");
  await expect(field).toHaveAttribute("aria-invalid", "false");

  const size = page.getByRole("combobox", { name: "标题字号", exact: true });
  await size.fill("很大");
  await size.blur();
  await expect(size).toHaveValue("很大");
  await expect(page.locator("#sheet-title-size-note")).toHaveText(/三号、16/);
  await expectNoViolations(page);
});

test("options and a limit of length are written into the draft and survive a reload", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  for (const name of ["封面", "目录", "数据核对表作为附件"]) await page.getByRole("checkbox", { name }).check();
  await expect(page.getByRole("radio", { name: "按模板（4500 字）" })).toBeChecked();
  await page.getByRole("radio", { name: "其他" }).check();
  const limit = page.getByLabel("上限字数");
  await expect(limit).toHaveValue("4500");
  await limit.fill("多少都行");
  await limit.blur();
  await expect(page.locator("#sheet-limit-note")).toHaveText(/请填 100 到 200000/);
  await limit.fill("120字");
  await limit.blur();
  await expect(limit).toHaveValue("120");
  await editor.saved();
  await page.reload();
  for (const [name, on] of [["封面", true], ["目录", true], ["简版", false], ["数据核对表作为附件", true]] as const) {
    await expect(page.getByRole("checkbox", { name })).toBeChecked({ checked: on });
  }
  await expect(page.getByLabel("上限字数")).toHaveValue("120");

  await editor.step("核对导出");
  const facts = page.getByRole("definition");
  await expect(facts.filter({ hasText: "封面、目录、数据核对表作为附件" })).toBeVisible();
  await expect(facts.filter({ hasText: "超过上限 120 字" })).toBeVisible();
  await page.getByRole("button", { name: "修改篇幅" }).click();
  await page.getByRole("radio", { name: "不限" }).check();
  await expect(page.getByLabel("上限字数")).toHaveCount(0);
  await editor.step("核对导出");
  await expect(facts.filter({ hasText: "上限" })).toHaveCount(0);
  await page.getByRole("button", { name: "修改文件选项" }).click();
  await page.getByRole("button", { name: "修改数据指标表" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "结尾落款" })).toBeVisible();
});

test("the layout is set with the keyboard alone", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  const { keyboard } = page;
  await page.getByRole("radio", { name: "国标公文" }).focus();
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "28 磅行距" })).toBeChecked();
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: "封面" })).toBeChecked();
  await page.locator(".sheet-details > summary").focus();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(page.getByLabel("纸宽（毫米）")).toBeFocused();
  const size = page.getByRole("combobox", { name: "正文字号" });
  await size.focus();
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "小三" })).toHaveAttribute("aria-selected", "true");
  // From the first around to the last, which the list must scroll to.
  for (let at = 0; at < 6; at += 1) await keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { name: "小五" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("option", { name: "小五" })).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page);
  await keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(size).toHaveValue("三号");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(size).toHaveValue("小三");
  await expect(size).toBeFocused();
  await keyboard.press("Control+z");
  await expect(size).toHaveValue("三号");
});

test("the browser prints on the draft's own paper", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("版式");
  await details(page);
  await page.getByLabel("纸宽（毫米）").fill("182");
  await page.getByLabel("纸高（毫米）").fill("257");
  await page.getByLabel("纸高（毫米）").blur();
  await editor.saved();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-pages .page").first()).toBeAttached();
  const pages = await page.locator(".print-pages .page").count();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((it) => [Number(it[1]), Number(it[2])]);
  expect(boxes).toHaveLength(pages);
  for (const [width, height] of boxes) {
    expect(width).toBeCloseTo((182 * 72) / 25.4, -1);
    expect(height).toBeCloseTo((257 * 72) / 25.4, -1);
  }
});
