import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { unzip } from "./docx";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";

const SHEET = "姓名\t单位\t学时\r\n王小青\t第一中学团委\t24\r\n李禾\t青石镇团委\t8.5\r\n";

/** The name fields of the written attachments. */
function names(page: Page) {
  return page.getByRole("textbox", { name: "附件名称" });
}

/** Their text fields. */
function texts(page: Page) {
  return page.getByRole("textbox", { name: "附件内容" });
}

/** The numbers that stand before them. */
async function numbers(page: Page): Promise<string[]> {
  const all = await page.locator(".attachment .ordinal").allTextContents();
  return all.map((it) => it.trim());
}

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press("Control+v");
}

async function add(page: Page, name: string, text: string): Promise<void> {
  const before = await names(page).count();
  await page.getByRole("button", { name: "添加附件" }).click();
  await expect(names(page)).toHaveCount(before + 1);
  await expect(names(page).nth(before)).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(texts(page).nth(before)).toBeFocused();
  await paste(page, text);
}

/** The pages that stand drawn, each as its lines without spaces; cells are apart by |. */
async function drawn(page: Page): Promise<string[][]> {
  return page.locator(".page").evaluateAll((pages) =>
    pages.map((it) =>
      [...it.querySelectorAll(".page-line, .page-row")].map((line) => {
        const cells = [...line.querySelectorAll(".page-cell")];
        return (cells.length > 0 ? cells.map((cell) => cell.textContent).join("|") : (line.textContent ?? "")).trim();
      }),
    ),
  );
}

/** The xml of the report in the exported Word file. */
async function body(editor: Editor): Promise<{ xml: string; paragraphs: string[] }> {
  const { bytes, paragraphs } = await editor.exported();
  return { xml: unzip(bytes).get("word/document.xml")?.toString("utf8") ?? "", paragraphs };
}

test("two attachments, one with a pasted table, stand on the pages and in the Word file", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("结尾落款");
  await add(page, "团干部轮训名单", SHEET);
  await expect.poll(() => numbers(page)).toEqual(["附件"]);
  await add(page, "轮训安排", "一、时间\n九月上旬。");
  await expect.poll(() => numbers(page)).toEqual(["附件1", "附件2"]);
  await expect(texts(page).first()).toHaveValue(SHEET.replaceAll("\r\n", "\n"));
  await expectNoViolations(page);

  await expect.poll(async () => (await drawn(page)).flat()).toContain("2. 轮训安排");
  const pages = await drawn(page);
  const first = pages.find((lines) => lines[0] === "附件1");
  const second = pages.find((lines) => lines[0] === "附件2");
  expect(first?.slice(2)).toEqual(["团干部轮训名单", "", "姓名|单位|学时", "王小青|第一中学团委|24", "李禾|青石镇团委|8.5"]);
  expect(second?.slice(2)).toEqual(["轮训安排", "", "一、时间", "九月上旬。"]);

  // A click on a cell leads to its words.
  await page.locator(".page-cell", { hasText: "青石镇团委" }).click();
  await expect(texts(page).first()).toBeFocused();
  const selected = await texts(page).first().evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(selected).toBe("青石镇团委");

  const { xml, paragraphs } = await body(editor);
  const note = paragraphs.indexOf("附件：1. 团干部轮训名单");
  expect(note).toBeGreaterThan(0);
  expect(paragraphs[note + 1]).toBe("2. 轮训安排");
  for (const mark of ["附件1", "附件2"]) {
    const at = xml.indexOf(`>${mark}</w:t>`);
    expect(at).toBeGreaterThan(0);
    expect(xml.slice(xml.lastIndexOf("<w:p>", at), at)).toContain("<w:pageBreakBefore/>");
  }
  expect(xml).toMatch(/<w:tblHeader\/>.*姓名.*<w:pStyle w:val="TableFigure"\/>.*>24</s);
});

test("an attachment that was removed comes back with undo, and the focus is never lost", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("结尾落款");
  await add(page, "甲表", "一");
  await add(page, "乙表", "二");
  await page.getByRole("button", { name: "上移" }).last().click();
  await expect(names(page).first()).toHaveValue("乙表");
  await expect(texts(page).first()).toBeFocused();
  await page.getByRole("button", { name: "删除附件" }).first().click();
  await expect(names(page)).toHaveCount(1);
  await expect(names(page).first()).toBeFocused();
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(names(page)).toHaveCount(2);
  await expect(names(page).first()).toHaveValue("乙表");
  await expect(texts(page).first()).toHaveValue("二");
  await page.getByRole("button", { name: "删除附件" }).first().click();
  await page.getByRole("button", { name: "删除附件" }).first().click();
  await expect(page.getByRole("button", { name: "添加附件" })).toBeFocused();
  await editor.saved();
});

test("attachments are written with the keyboard alone", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("结尾落款");
  const { keyboard } = page;
  await page.getByRole("textbox", { name: "落款" }).focus();
  for (let at = 0; at < 20; at += 1) {
    await keyboard.press("Tab");
    if (await page.getByRole("button", { name: "添加附件" }).evaluate((it) => it === document.activeElement)) break;
  }
  await keyboard.press("Enter");
  await expect(names(page)).toBeFocused();
  await keyboard.type("甲表");
  await keyboard.press("Enter");
  await keyboard.type("甲的内容");
  await keyboard.press("Control+Enter");
  await expect(names(page)).toHaveCount(2);
  await expect(names(page).last()).toBeFocused();
  await keyboard.type("乙表");
  await expect.poll(() => numbers(page)).toEqual(["附件1", "附件2"]);
  await keyboard.press("Alt+ArrowUp");
  await expect(names(page).first()).toHaveValue("乙表");
  await expect(names(page).first()).toBeFocused();
  await keyboard.press("Alt+ArrowDown");
  await expect(names(page).last()).toHaveValue("乙表");
  await expect(names(page).last()).toBeFocused();
  await keyboard.press("Alt+Delete");
  await expect(names(page)).toHaveCount(1);
  await expect(names(page).first()).toBeFocused();
  await keyboard.press("Control+z");
  await expect(names(page)).toHaveCount(2);
  // Undo takes away what was added, and the row that has the focus with it.
  await names(page).last().focus();
  for (let at = 0; at < 12; at += 1) await keyboard.press("Control+z");
  await expect(names(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "添加附件" })).toBeFocused();
});

test("the table of evidence is the last attachment where the draft asks for it", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("工作情况");
  await editor.text(0).fill("新发展团员1779人，办讲座36场。");
  await editor.step("结尾落款");
  await add(page, "团干部轮训名单", SHEET);
  await editor.step("版式");
  await page.getByRole("checkbox", { name: "数据核对表作为附件" }).check();
  await editor.step("结尾落款");
  await expect.poll(() => numbers(page)).toEqual(["附件1"]);
  await expect(page.locator(".attachment-made")).toContainText("附件2数据核对表");
  const { paragraphs } = await body(editor);
  expect(paragraphs).toContain("2. 共青团云岭县委员会2026年上半年工作总结数据核对表");
  expect(paragraphs).toContain("1779人");
  // Nobody signs within the report's own pages.
  expect(paragraphs.join()).not.toContain("填报人");
});
