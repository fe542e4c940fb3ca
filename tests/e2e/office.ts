import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Free faces as wide as those of an office; see tests/pdf_support/fonts.rs. */
const STAND_INS: Record<string, string> = {
  仿宋_GB2312: "AR PL SungtiL GB",
  楷体_GB2312: "AR PL KaitiM GB",
  黑体: "AR PL SungtiL GB",
  宋体: "AR PL SungtiL GB",
  方正小标宋简体: "AR PL SungtiL GB",
};

function find(program: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

function has(face: string): boolean {
  const list = find("fc-list");
  return !!list && execFileSync(list, [face, "family"], { encoding: "utf8" }).trim() !== "";
}

/** What this machine lacks to print a Word file, or nothing. */
export function missing(): string | undefined {
  const programs = ["soffice", "pdftotext"].filter((program) => !find(program));
  const faces = programs.length ? [] : [...new Set(Object.values(STAND_INS))].filter((face) => !has(face));
  const all = [...programs, ...faces];
  return all.length ? `${all.join(", ")} missing: cargo xtask test says how to install them` : undefined;
}

/** The lines of each page that LibreOffice prints of a Word file, page numbers left out. */
export function printed(docx: Buffer): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "qinggao-office-"));
  try {
    const aliases = Object.entries(STAND_INS)
      .filter(([face]) => !has(face))
      .map(([face, other]) => `<alias binding="same"><family>${face}</family><prefer><family>${other}</family></prefer></alias>`);
    const fonts = join(folder, "fonts.conf");
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${aliases.join("")}` +
        `<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>`,
    );
    const office = (to: string, from: string) =>
      execFileSync(
        find("soffice") ?? "soffice",
        ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", to, "--outdir", folder, from],
        { env: { ...process.env, FONTCONFIG_FILE: fonts }, stdio: "ignore" },
      );
    const file = (ending: string) => join(folder, `report.${ending}`);
    writeFileSync(file("docx"), docx);
    office("fodt", file("docx"));
    // What LibreOffice does not read from a Word file; see tests/pdf_support/office.rs.
    const opened = readFileSync(file("fodt"), "utf8")
      .replaceAll('text-autospace="ideograph-alpha"', 'text-autospace="none"')
      .replace(/<meta:document-statistic[^>]*\/>/, "");
    writeFileSync(file("fodt"), opened);
    office("pdf", file("fodt"));
    return lines(execFileSync(find("pdftotext") ?? "pdftotext", ["-bbox", file("pdf"), "-"], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words that stand at one height, from left to right, down to the lower edge of the 版心. */
function lines(xml: string): string[][] {
  const floor = ((297 - 35) * 72) / 25.4;
  return xml.split("<page ").slice(1).map((page) => {
    const found = [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax=".*?" yMax="(.*?)">(.*?)<\/word>/g)];
    const words = found.map(([, left, top, bottom, text]) => ({
      left: Number(left),
      middle: (Number(top) + Number(bottom)) / 2,
      text: text ?? "",
    }));
    const rows: (typeof words)[] = [];
    for (const word of words.filter(({ middle }) => middle < floor).sort((one, other) => one.middle - other.middle)) {
      const row = rows.at(-1);
      if (row?.[0] && word.middle - row[0].middle < 6) row.push(word);
      else rows.push([word]);
    }
    return rows.map((row) => row.sort((one, other) => one.left - other.left).map(({ text }) => text).join(""));
  });
}
