import { readFile } from "node:fs/promises";
import { type Locator, type Page, expect } from "@playwright/test";
import { paragraphs } from "../docx";

/** The editor of one draft. */
export class Editor {
  constructor(readonly page: Page) {}

  /** Goes to a step by its name in the list on the left. */
  async step(name: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "写作步骤" }).getByRole("link", { name }).click();
    await expect(this.page.getByRole("heading", { level: 2, name }).first()).toBeVisible();
  }

  /** The ordinals of the items on the screen, in order. */
  async ordinals(): Promise<string[]> {
    return this.page.locator(".item .ordinal").allTextContents();
  }

  /** The headings of the items on the screen, in order. */
  async headings(): Promise<string[]> {
    const fields = await this.heading().all();
    return Promise.all(fields.map((field) => field.inputValue()));
  }

  /** The heading fields of the items, or of the `index`th. */
  heading(index?: number): Locator {
    const all = this.page.getByRole("textbox", { name: "条目标题" });
    return index === undefined ? all : all.nth(index);
  }

  /** The text fields of the items, or of the `index`th. */
  text(index?: number): Locator {
    const all = this.page.getByRole("textbox", { name: "条目正文" });
    return index === undefined ? all : all.nth(index);
  }

  /** Adds an item at the end of the part and fills it. */
  async addItem(heading: string, text: string): Promise<void> {
    const before = await this.heading().count();
    await this.page.getByRole("button", { name: "添加条目" }).click();
    await expect(this.heading()).toHaveCount(before + 1);
    await this.heading(before).fill(heading);
    await this.text(before).fill(text);
  }

  /** Fills a new row of the table of figures: name, unit, 本期 and, where given, 去年同期 and 目标. */
  async addFigure(name: string, unit: string, value: string, lastYear = "", target = ""): Promise<void> {
    const rows = this.page.locator("[id^=indicator-][id$=-name]");
    const before = await rows.count();
    await this.page.getByRole("button", { name: "添加指标" }).click();
    await expect(rows).toHaveCount(before + 1);
    const id = (await rows.nth(before).getAttribute("id"))?.replace(/name$/, "");
    await this.page.locator(`#${id}name`).fill(name);
    await this.page.locator(`#${id}unit`).fill(unit);
    await this.page.locator(`#${id}value`).fill(value);
    await this.page.locator(`#${id}last_year`).fill(lastYear);
    await this.page.locator(`#${id}target`).fill(target);
  }

  /** A cell of the table of figures by its row's name and its column. */
  cell(name: string, column: string): Locator {
    return this.page.getByRole("textbox", { name: `${name} ${column}`, exact: true });
  }

  /** Removes every item of the part on the screen. */
  async clearItems(): Promise<void> {
    for (let left = await this.heading().count(); left > 0; left = await this.heading().count()) {
      await this.heading(left - 1).press("Alt+Delete");
      await expect(this.heading()).toHaveCount(left - 1);
    }
  }

  /** The pages as they will print, as text without spaces and line breaks. */
  async pages(): Promise<string> {
    await this.page.getByRole("button", { name: "版面" }).click();
    // The pages follow a moment behind the typing.
    await this.page.waitForTimeout(400);
    const text = (await this.page.locator(".pages").textContent()) ?? "";
    return text.replace(/\s/g, "");
  }

  /** Waits until everything typed is stored. */
  async saved(): Promise<void> {
    await expect(this.page.locator(".bar-status")).toHaveText(/^已保存/);
  }

  /** Exports the draft and gives the Word file's name and paragraphs. */
  async exported(): Promise<{ name: string; bytes: Buffer; paragraphs: string[] }> {
    await this.step("核对导出");
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("main").getByRole("button", { name: "导出 Word" }).click(),
    ]);
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, paragraphs: paragraphs(bytes) };
  }
}
