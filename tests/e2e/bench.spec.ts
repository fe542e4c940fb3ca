// How long a key takes in a report of 100,000 characters. Tests assert no seconds, so this one is
// run by hand, on a release build:
//   QINGGAO_BENCH=1 npx playwright test bench --workers 1
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const KEYS = 40;

// Recording what happens reads the whole page at every key.
test.use({ trace: "off", screenshot: "off" });

/** Longer than the rest after which checks and pages follow the typing, and they themselves. */
const REST = 700;

const paragraphs = [
  "今年以来，团县委推动青年理论学习走深走实，依托网上团课累计参学3.6万人次，参学率由68.4%提高到81.9%，提高13.5个百分点。",
  "全县现有团组织412个（团委21个、团总支36个、团支部355个），上半年发展团员326名，其中男团员150名、女团员176名。",
  "3月5日前后，组织青年志愿者1200余人次走进23个社区，开展义诊、理发、家电维修等服务，服务群众约4500人。",
  "联合县人社局举办招聘会5场，进场企业136家，提供岗位2480个，达成意向715人，其中高校毕业生402人。",
  "围绕乡村振兴和基层治理，引导广大团员青年在急难险重任务中勇于担当，展现新时代青年的精神风貌。",
  "对照年初计划，应建非公团组织30家，实际新建28家，完成率93.3%，剩余2家正在筹备。",
];

/** A text of at least so many characters. */
function report(characters: number): string[] {
  const lines: string[] = [];
  for (let length = 0; length < characters; length += (lines.at(-1)?.length ?? 0) + 1) {
    lines.push(paragraphs[lines.length % paragraphs.length] ?? "");
  }
  return lines;
}

const text = report(100_000);

async function paste(page: Page, words: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), words);
  await page.keyboard.press("Control+v");
}

/** Listens to keys, frames and what the page measures of itself. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Record<string, number[]> = {};
    const note = (name: string, time: number) => (times[name] ??= []).push(time);
    Object.assign(window, { benchTimes: times });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry.name, entry.duration);
    }).observe({ entryTypes: ["measure"] });
    // A task that is longer than a frame can bear: checks, pages and their drawing in one.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note("long task", entry.duration);
    }).observe({ entryTypes: ["longtask"] });
    addEventListener(
      "keydown",
      (event) => {
        // The frame stands on the screen when the first task behind it runs.
        const drawn = new MessageChannel();
        drawn.port1.onmessage = () => note("key to frame", performance.now() - event.timeStamp);
        requestAnimationFrame(() => drawn.port2.postMessage(null));
      },
      { capture: true },
    );
  });
}

/** Known work over the same text in the same run. */
async function peers(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate((text) => {
    const times: Record<string, number[]> = {};
    const work: [string, () => unknown][] = [
      ["JSON.stringify", () => JSON.stringify(text)],
      ["regex of digits", () => text.match(/[0-9０-９]+(?:\.[0-9０-９]+)?/g)?.length],
    ];
    for (const [name, run] of work) {
      times[name] = Array.from({ length: 40 }, () => {
        const start = performance.now();
        for (let round = 0; round < 10; round += 1) run();
        return (performance.now() - start) / 10;
      });
    }
    return times;
  }, text.join("\n"));
}

function line(name: string, times: number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `${name.padEnd(20)}${String(times.length).padStart(6)}${at(0.5).padStart(12)}${at(0.95).padStart(12)}`;
}

async function measure(page: Page, title: string): Promise<void> {
  await watch(page);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 2 === 0 ? "8" : "Backspace");
    await page.waitForTimeout(REST);
  }
  const times = await page.evaluate(() => Reflect.get(window, "benchTimes") as Record<string, number[]>);
  expect(times["check"]?.length, "the page measures its checks").toBeGreaterThanOrEqual(KEYS / 2);
  const rows = Object.entries({ ...times, ...(await peers(page)) }).map(([name, times]) => line(name, times));
  console.log([`\n${title}`, `${"".padEnd(20)}${"n".padStart(6)}${"median ms".padStart(12)}${"p95 ms".padStart(12)}`, ...rows].join("\n"));
}

test.describe("one key in a report of 100,000 characters", () => {
  test.skip(!process.env.QINGGAO_BENCH, "a bench: set QINGGAO_BENCH=1 to run it on a release build");
  test.setTimeout(300_000);

  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });

  test("in one field", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).focus();
    await paste(page, text.join("\n"));
    await expect(editor.text(0)).toHaveValue(text.join("\n"), { timeout: 60_000 });
    await editor.text(0).evaluate((field: HTMLTextAreaElement) => {
      field.setSelectionRange(field.value.length / 2, field.value.length / 2);
    });
    await page.waitForTimeout(3_000);
    await measure(page, "one field");
  });

  test("in 400 items", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.clearItems();
    await page.getByRole("textbox", { name: /引言/ }).focus();
    const each = Math.ceil(text.length / 400);
    const items = Array.from({ length: Math.ceil(text.length / each) }, (_, item) =>
      [`（一）加强组织建设之${item}`, ...text.slice(item * each, (item + 1) * each)].join("\n"),
    );
    await paste(page, items.join("\n"));
    await expect(editor.heading()).toHaveCount(items.length, { timeout: 60_000 });
    const middle = editor.text(items.length >> 1);
    await middle.focus();
    await page.waitForTimeout(3_000);
    await measure(page, `${items.length} items`);
  });
});
