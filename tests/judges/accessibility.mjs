// Judges web pages by axe-core in a real browser, with no network: node accessibility.mjs CHROMIUM PAGE.html …
// Prints JSON: for each page and each way to look at it, the rules that it breaks and where, whether it is
// wider than its window, and by how much its title begins elsewhere than its text (null where it
// has no such two). `looked` counts the rules that had something to look at.
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WAYS = {
  "wide, light": { width: 1280, scheme: "light" },
  "wide, dark": { width: 1280, scheme: "dark" },
  "900 pixels, light": { width: 900, scheme: "light" },
  "320 pixels, light": { width: 320, scheme: "light" },
  "320 pixels, dark": { width: 320, scheme: "dark" },
  "on paper": { width: 794, scheme: "light", media: "print" },
};

const [, , chromium, ...pages] = process.argv;
const browser = await puppeteer.launch({
  executablePath: chromium,
  // Chromium refuses to run as root with its sandbox; CI runs as root in a container of its own.
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-dev-shm-usage"],
});
const told = [];
try {
  for (const path of pages) {
    for (const [way, { width, scheme, media }] of Object.entries(WAYS)) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      if (media) await page.emulateMediaType(media);
      // The page's own policy lets no script in; what is under judgement is the page, not its policy.
      await page.setBypassCSP(true);
      await page.goto(pathToFileURL(resolve(path)).href);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      await page.addScriptTag({ path: axe });
      const found = await page.evaluate(
        (rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules } }),
        RULES,
      );
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const askew = await page.evaluate(() => {
        const [title, sheet] = [document.querySelector(".band h1"), document.querySelector(".sheet")];
        if (!title || !sheet) return null;
        const text = sheet.getBoundingClientRect().left + parseFloat(getComputedStyle(sheet).paddingLeft);
        return Math.round(Math.abs(title.getBoundingClientRect().left - text));
      });
      told.push({
        page: basename(path),
        way,
        looked: found.passes.length,
        overflow,
        askew,
        broken: found.violations.map((each) => ({
          rule: each.id,
          help: each.help,
          places: each.nodes.map((node) => node.target.join(" ")),
        })),
        unsure: found.incomplete.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target}`)),
      });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(told, null, 1));
