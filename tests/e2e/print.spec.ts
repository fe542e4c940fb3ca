import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";

const pdftotext = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "pdftotext"))
  .find((file) => existsSync(file));

/**
 * The characters of a page, in their order of code: a PDF does not say in which order a page number,
 * a heading and the cells of a table are read.
 */
function characters(text: string): string {
  // A PDF may name a character by its twin of the same shape.
  return [...text.normalize("NFKC").replace(/\s/g, "")].sort().join("");
}

/** Adds an attachment of this name and text. */
async function attach(editor: Editor, name: string, text: string): Promise<void> {
  const names = editor.page.getByRole("textbox", { name: "附件名称" });
  const at = await names.count();
  await editor.page.getByRole("button", { name: "添加附件" }).click();
  await expect(names).toHaveCount(at + 1);
  await names.nth(at).fill(name);
  await editor.page.getByRole("textbox", { name: "附件内容" }).nth(at).fill(text);
}

test("a printed report with cover, contents and two attachments has the pages and the words of the screen", async ({ start, page }) => {
  test.setTimeout(120_000);
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("工作情况");
  const lines = Array.from({ length: 40 }, (_, at) => `第${at + 1}段：走访青年${1700 + at}名，收集意见建议${200 + at}条，能办的当场办，不能办的记下来逐条回复，做到件件有着落。`);
  await editor.heading(0).fill("走到青年中间去");
  await editor.text(0).fill(lines.join("\n"));
  await editor.step("结尾落款");
  await attach(editor, "团干部轮训名单", "姓名\t单位\t学时\n王小青\t第一中学团委\t24\n李禾\t青石镇团委\t8.5");
  await attach(editor, "轮训安排", "一、时间\n九月上旬。\n二、地点\n县委党校。");
  await editor.step("版式");
  for (const name of ["封面", "目录"]) await page.getByRole("checkbox", { name }).check();
  await editor.saved();
  await page.getByRole("button", { name: "版面" }).click();

  // Each sheet as it stands on the screen; it is drawn where it is near.
  const count = page.locator(".pages-count");
  await expect(count).toContainText(/共 1\d 页/);
  const all = Number(/共 (\d+) 页/.exec((await count.textContent()) ?? "")?.[1]);
  const shown: string[] = [];
  for (let number = 1; number <= all; number += 1) {
    const field = page.getByRole("textbox", { name: "页码" });
    await field.fill(String(number));
    await field.press("Enter");
    const sheet = page.getByRole("group", { name: `第 ${number} 页`, exact: true });
    await expect(sheet).toBeInViewport();
    shown.push((await sheet.textContent()) ?? "");
  }
  const whole = shown.join("");
  for (const words of ["附件1", "附件2", "团干部轮训名单", "县委党校。", "第40段"]) expect(whole).toContain(words);

  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-pages .page").first()).toBeAttached();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(shown.length);

  test.skip(!pdftotext, "pdftotext missing (poppler-utils): the words of the printed pages are not compared");
  const folder = mkdtempSync(join(tmpdir(), "qinggao-print-"));
  try {
    const file = join(folder, "report.pdf");
    writeFileSync(file, pdf);
    const paper = execFileSync(pdftotext ?? "", [file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
    expect(paper).toHaveLength(shown.length);
    // The dots before a page number are drawn and are not words.
    const words = paper.map((text) => text.replace(/\s/g, "").replace(/[.…·]{4,}/g, ""));
    for (const [at, text] of shown.entries()) expect(characters(words[at] ?? ""), `page ${at + 1}`).toBe(characters(text));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
