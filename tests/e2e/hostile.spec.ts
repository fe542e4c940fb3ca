import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Locator, type Page } from "@playwright/test";
import { unzip } from "./docx";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";

const UNIT = "共青团云岭县委员会";
const LONE = String.fromCharCode(0xd83d);
/** What stands in the place of half a character. */
const REPLACEMENT = "\ufffd";
/** What XML cannot hold, so that no Word file can. */
const CONTROLS = ["\u0000", "\u0001", "\u0008", "\u001f", "\uffff"];
const FAMILY = "👨‍👩‍👧‍👦";
const RIGHT_TO_LEFT = "שלום مرحبا";

const python = process.env.QINGGAO_PYTHON ?? "python3";
const check = join(process.env.QINGGAO_SHARED ?? join("..", "..", "..", "shared"), "docx-check", "check_docx.py");

/** How words come into a field. */
const WAYS: Record<string, (field: Locator, words: string) => Promise<void>> = {
  typed: async (field, words) => {
    await field.press("Control+a");
    await field.pressSequentially(words);
  },
  filled: (field, words) => field.fill(words),
  pasted: async (field, words) => {
    await field.page().evaluate((pasted) => navigator.clipboard.writeText(pasted), words);
    await field.press("Control+a");
    await field.press("Control+v");
  },
};

/** Puts words into a field by its code units, as a program or an input method may: halves of characters too. */
async function put(field: Locator, words: string): Promise<void> {
  const units = Array.from({ length: words.length }, (_, at) => words.charCodeAt(at));
  await field.evaluate((element: HTMLInputElement | HTMLTextAreaElement, units) => {
    element.focus();
    element.value = String.fromCharCode(...units);
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // A name of the table is taken when its cell is left.
    element.blur();
  }, units);
}

const title = (page: Page) => page.getByLabel("标题", { exact: true });
const name = (page: Page) => page.locator("[id^=indicator-][id$=-name]").last();
const plain = (words: string) => words.replace(/\s/g, "");

/** The three kinds of field: a line, a text, a cell of the table; each is opened before it is used. */
const FIELDS: [string, (editor: Editor) => Promise<Locator>][] = [
  [
    "the title",
    async (editor) => {
      await editor.step("基本信息");
      return title(editor.page);
    },
  ],
  [
    "an item's text",
    async (editor) => {
      await editor.step("工作情况");
      return editor.text(0);
    },
  ],
  [
    "a cell of the table",
    async (editor) => {
      await editor.step("数据指标");
      return name(editor.page);
    },
  ],
];

/** A report whose table of figures prints, with one row that has a value, the last. */
async function begin(editor: Editor): Promise<void> {
  await editor.step("数据指标");
  await editor.addFigure("新发展团员", "人", "36");
  await editor.step("结尾落款");
  await editor.page.getByRole("combobox", { name: "数据指标表" }).selectOption({ label: "作为附件，另起一页" });
}

/** All pages, read as they print; the panel draws only those that are near. */
async function printed(page: Page): Promise<string> {
  await page.waitForTimeout(500);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-pages .page").first()).toBeAttached();
  const text = (await page.locator(".print-pages").textContent()) ?? "";
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  return plain(text);
}

/** Each part of a Word file is XML, and the file keeps the schema where its check is at hand. */
async function wellFormed(page: Page, bytes: Buffer): Promise<void> {
  const parts = [...unzip(bytes)].filter(([part]) => /\.(xml|rels)$/.test(part));
  expect(parts.length).toBeGreaterThan(5);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const [part, content] of parts) {
    const xml = decoder.decode(content);
    // A character reference may name what XML forbids, and it may not stand there by itself.
    expect(xml, part).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    const wrong = await page.evaluate((xml) => {
      const read = new DOMParser().parseFromString(xml, "application/xml");
      return read.querySelector("parsererror")?.textContent ?? "";
    }, xml);
    expect(wrong, part).toBe("");
  }
  try {
    if (!existsSync(check)) throw new Error(`no schema check at ${check}`);
    execFileSync(python, ["-c", "import lxml"], { stdio: "ignore" });
  } catch (error) {
    console.log(`skipped: the schema check needs its script and python3 with lxml (${String(error).split("\n")[0]})`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "qinggao-hostile-"));
  try {
    const file = join(folder, "report.docx");
    writeFileSync(file, bytes);
    // It ends with an error where it found a violation, and says it.
    execFileSync(python, [check, "--strict-order", file], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.describe("words that no clerk types lose nothing and break nothing", () => {
  test.describe.configure({ timeout: 120_000 });

  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });

  for (const [way, enter] of Object.entries(WAYS)) {
    test(`emoji and right-to-left words ${way} into title, text and cell`, async ({ start, page }) => {
      const editor = await start.begin(UNIT);
      await begin(editor);
      // A title may have 120 characters and loses none of them.
      const ends = `关于${FAMILY}${RIGHT_TO_LEFT}的总结`;
      const words = [
        "青".repeat(120 - [...ends].length) + ends,
        `走访${FAMILY}家庭，志愿者说“${RIGHT_TO_LEFT}”👍🏽，共三场。`,
        `${RIGHT_TO_LEFT}${FAMILY}活动`,
      ];
      expect([...(words[0] ?? "")]).toHaveLength(120);
      for (const [at, [what, open]] of FIELDS.entries()) {
        await enter(await open(editor), words[at] ?? "");
        await expect(await open(editor), what).toHaveValue(words[at] ?? "");
      }
      await editor.saved();
      await page.reload();
      for (const [at, [what, open]] of FIELDS.entries()) {
        await expect(await open(editor), what).toHaveValue(words[at] ?? "");
      }
      const pages = await printed(page);
      for (const typed of words) expect(pages).toContain(plain(typed));
      const word = await editor.exported();
      // A title of several lines is several paragraphs.
      for (const typed of words) expect(plain(word.paragraphs.join(""))).toContain(plain(typed));
      await wellFormed(page, word.bytes);
      await expect(page.locator(".export-done")).toContainText("已导出");
      await expect(page.locator(".export-done")).not.toContainText("控制字符");
    });
  }

  test("control characters stay in the draft, are left out of the Word file, and are counted after the export", async ({ start, page }) => {
    const editor = await start.begin(UNIT);
    await begin(editor);
    const words = FIELDS.map(([,], at) => `第${at + 1}处${CONTROLS.join("字")}止`);
    for (const [at, [, open]] of FIELDS.entries()) await put(await open(editor), words[at] ?? "");
    await editor.saved();
    await page.reload();
    for (const [at, [what, open]] of FIELDS.entries()) {
      await expect.poll(async () => (await open(editor)).inputValue(), what).toBe(words[at] ?? "");
    }
    const pages = await printed(page);
    const kept = words.map((typed) => [...typed].filter((it) => !CONTROLS.includes(it)).join(""));
    const shown = [...pages].filter((it) => !CONTROLS.includes(it)).join("");
    for (const typed of kept) expect(shown).toContain(typed);
    const word = await editor.exported();
    for (const typed of kept) expect(plain(word.paragraphs.join(""))).toContain(typed);
    await wellFormed(page, word.bytes);
    const left = CONTROLS.length * words.length;
    await expect(page.locator(".export-done")).toContainText(`有 ${left} 个无法显示的控制字符没有写入文件`);
  });

  test("the line break of an office is a line break, and is not among the characters left out", async ({ start, page }) => {
    const editor = await start.begin(UNIT);
    await editor.step("工作情况");
    await put(editor.text(0), "前一行。\u000b后一行。");
    await editor.saved();
    const word = await editor.exported();
    const at = word.paragraphs.indexOf("前一行。");
    expect(at).toBeGreaterThan(0);
    expect(word.paragraphs[at + 1]).toBe("后一行。");
    await wellFormed(page, word.bytes);
    await expect(page.locator(".export-done")).toContainText("已导出");
    await expect(page.locator(".export-done")).not.toContainText("控制字符");
  });

  test("half a character becomes the sign for one that is unknown, in the draft, on the pages and in Word", async ({ start, page }) => {
    const editor = await start.begin(UNIT);
    await begin(editor);
    const words = FIELDS.map(([,], at) => `第${at + 1}处${LONE}半个${LONE}`);
    const stored = words.map((typed) => typed.replaceAll(LONE, REPLACEMENT));
    for (const [at, [, open]] of FIELDS.entries()) await put(await open(editor), words[at] ?? "");
    await editor.saved();
    const pages = await printed(page);
    for (const typed of stored) expect(pages).toContain(typed);
    await page.reload();
    for (const [at, [what, open]] of FIELDS.entries()) {
      await expect(await open(editor), what).toHaveValue(stored[at] ?? "");
    }
    const word = await editor.exported();
    for (const typed of stored) expect(plain(word.paragraphs.join(""))).toContain(typed);
    await wellFormed(page, word.bytes);
  });

  test("a word of 10,000 characters breaks over lines and pages", async ({ start, page }) => {
    const editor = await start.begin(UNIT);
    await begin(editor);
    const long = "abcdefghij".repeat(1000);
    for (const [, open] of FIELDS.slice(1)) {
      const field = await open(editor);
      await field.fill(long);
      await field.blur();
      await editor.saved();
    }
    await page.reload();
    for (const [what, open] of FIELDS.slice(1)) await expect(await open(editor), what).toHaveValue(long);
    const pages = await printed(page);
    expect(pages.match(/[a-j]/g)?.length).toBeGreaterThanOrEqual(2 * long.length);
    const word = await editor.exported();
    expect(word.paragraphs.filter((it) => it.includes(long)).length).toBeGreaterThanOrEqual(2);
    await wellFormed(page, word.bytes);
    // None of it stands outside the paper.
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(page.locator(".print-pages .page").first()).toBeAttached();
    const beside = await page.locator(".print-pages").evaluate((all) => {
      (all as HTMLElement).style.display = "block";
      return [...all.querySelectorAll(".page")].filter((sheet) => {
        const paper = sheet.getBoundingClientRect();
        return [...sheet.querySelectorAll(".page-run")].some((run) => run.getBoundingClientRect().right > paper.right);
      }).length;
    });
    expect(beside).toBe(0);
  });
});
