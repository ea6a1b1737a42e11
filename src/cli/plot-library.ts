import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PlotLibrary } from "../report/plot.ts";

/**
 * uPlot as it is installed, to become part of a page: with its licence, and without the address in its first comment, for a
 * report names nothing outside itself. @throws Error if it is not installed
 */
export function plotLibrary(): PlotLibrary {
  const folder = dirname(createRequire(import.meta.url).resolve("uplot"));
  const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8").trim();
  const licence = `/*! uPlot\n${read("..", "LICENSE")}\n*/\n`;
  return {
    script: licence + read("uPlot.iife.min.js").replace(/^\/\*![\s\S]*?\*\/\s*/, ""),
    style: read("uPlot.min.css"),
  };
}
