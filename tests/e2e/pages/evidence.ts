import { readFile } from "node:fs/promises";
import { type Locator, type Page, expect } from "@playwright/test";
import { paragraphs } from "../docx";

/** The page of evidence 数据核对表. */
export class Evidence {
  constructor(readonly page: Page) {}

  /** Opens it from the step 核对导出, which must be on the screen. */
  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "数据核对表" }).click();
    await this.shown();
  }

  /** Waits until it stands on the screen. */
  async shown(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 2, name: "数据核对表" })).toBeVisible();
  }

  /** The line that counts. */
  summary(): Locator {
    return this.page.locator(".evidence-summary");
  }

  /** The rows of the table, head excluded. */
  rows(): Locator {
    return this.page.getByRole("table", { name: "数据核对表" }).locator("tbody").getByRole("row");
  }

  /** The row of a figure. */
  row(figure: string): Locator {
    const head = this.page.getByRole("rowheader", { name: figure, exact: true });
    return this.rows().filter({ has: head });
  }

  /** The button in a row that leads to the words. */
  place(figure: string): Locator {
    return this.row(figure).getByRole("button");
  }

  /** The cells of the rows on the screen, as they are read. */
  async table(): Promise<string[][]> {
    const rows = await this.rows().all();
    return Promise.all(rows.map((row) => row.locator("td, th").allInnerTexts()));
  }

  /** The button that shows one outcome alone. */
  filter(outcome: string): Locator {
    return this.page.getByRole("group", { name: "按结果筛选" }).getByRole("button", { name: outcome });
  }

  /** Goes back to where one came from. */
  async back(): Promise<void> {
    await this.page.getByRole("button", { name: "返回" }).click();
  }

  /** Exports the table and gives the Word file's name and paragraphs. */
  async exported(): Promise<{ name: string; bytes: Buffer; paragraphs: string[] }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "导出核对表" }).click(),
    ]);
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, paragraphs: paragraphs(bytes) };
  }
}
