// How long a key takes in a report of 100,000 characters, and how smoothly 200 pages scroll. Tests
// assert no seconds, so this one is run by hand, on a release build:
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

/** For how long the pages are scrolled, from the top to the end. */
const SCROLL = 10_000;

/** What scrolling gave: frames in all, and the longest that one of them stood. */
interface Scrolled {
  frames: number;
  longest: number;
}

/** Scrolls an element from its top to its end at an even pace and counts the frames. */
async function scroll(page: Page, selector: string): Promise<Scrolled> {
  return page.locator(selector).evaluate(async (panel, time) => {
    const frame = () => new Promise<number>((drawn) => requestAnimationFrame(drawn));
    panel.scrollTop = 0;
    for (let rest = 0; rest < 30; rest += 1) await frame();
    const way = panel.scrollHeight - panel.clientHeight;
    const start = await frame();
    let [frames, longest, last] = [0, 0, start];
    while (last - start < time) {
      const now = await frame();
      panel.scrollTop = (way * Math.min(now - start, time)) / time;
      frames += 1;
      longest = Math.max(longest, now - last);
      last = now;
    }
    return { frames, longest };
  }, SCROLL);
}

test.describe("scrolling through 200 pages", () => {
  test.skip(!process.env.QINGGAO_BENCH, "a bench: set QINGGAO_BENCH=1 to run it on a release build");
  test.setTimeout(300_000);

  test("beside as many plain boxes of the same size", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const words = "各级团组织走访青年，听他们说困难，能办的当场办，不能办的记下来逐条回复。";
    // Each paragraph is a page by itself.
    await editor.text(0).fill(Array.from({ length: 200 }, (_, at) => `第${at + 1}段起。${words.repeat(17)}`).join("\n"));
    await page.getByRole("button", { name: "版面" }).click();
    await expect(page.locator(".pages-count")).toContainText(/共 2\d\d 页/, { timeout: 30_000 });
    await page.waitForTimeout(3_000);

    // The boxes lie over the panel, as large as it, and scroll as far.
    const boxes = await page.locator(".pages-scroll").evaluate((panel) => {
      const slots = [...panel.querySelectorAll(".page-slot")];
      const [room, first] = [panel.getBoundingClientRect(), slots[0]?.getBoundingClientRect()];
      const plain = document.createElement("div");
      plain.id = "plain-boxes";
      plain.style.cssText = `position:fixed;z-index:99;overflow:auto;background:#eee;left:${room.left}px;top:${room.top}px;width:${room.width}px;height:${room.height}px`;
      const each = panel.scrollHeight / 200;
      for (let at = 0; at < 200; at += 1) {
        const box = document.createElement("div");
        box.style.cssText = `width:${first?.width ?? 0}px;height:${each - 10}px;margin:0 auto 10px;background:#fff`;
        plain.append(box);
      }
      plain.hidden = true;
      document.body.append(plain);
      return { way: panel.scrollHeight, width: first?.width ?? 0 };
    });
    expect(boxes.width).toBeGreaterThan(0);

    const rounds: [Scrolled, Scrolled][] = [];
    for (let round = 0; round < 3; round += 1) {
      const pages = await scroll(page, ".pages-scroll");
      await expect(page.locator(".pages .page").last()).toContainText("共青团云岭县委");
      await page.evaluate(() => document.getElementById("plain-boxes")?.removeAttribute("hidden"));
      expect(await page.locator("#plain-boxes").evaluate((plain) => plain.scrollHeight)).toBeGreaterThan(boxes.way * 0.99);
      const plain = await scroll(page, "#plain-boxes");
      await page.evaluate(() => document.getElementById("plain-boxes")?.setAttribute("hidden", ""));
      expect(pages.frames).toBeGreaterThan(0);
      expect(plain.frames).toBeGreaterThan(0);
      rounds.push([pages, plain]);
    }
    const row = (name: string, one: Scrolled) => `${name.padEnd(20)}${String(one.frames).padStart(8)}${one.longest.toFixed(1).padStart(16)}`;
    console.log(
      [
        `\nscrolling 200 pages, ${boxes.way} px in ${SCROLL / 1000} s`,
        `${"".padEnd(20)}${"frames".padStart(8)}${"longest ms".padStart(16)}`,
        ...rounds.flatMap(([pages, plain]) => [
          row("pages", pages),
          row("plain boxes", plain),
          `${"frames, ratio".padEnd(20)}${(pages.frames / plain.frames).toFixed(2).padStart(8)}`,
        ]),
      ].join("\n"),
    );
  });
});
