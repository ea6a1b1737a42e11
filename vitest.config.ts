import { defineConfig } from "vitest/config";

// Node runs these files as they stand, so vitest need not transform them, and those of one worker share what they
// import: of a test's time, most was loading the same hundreds of modules. No test may leave shared state changed.
const shared = {
  isolate: false,
  setupFiles: ["test/set-up.ts"],
  hookTimeout: 60_000, // what several tests look at is made in hooks, with as much work as a test has
  experimental: { viteModuleRunner: false, nodeLoader: false },
};

export default defineConfig({
  test: {
    maxWorkers: "100%", // left to itself, vitest keeps one core free: of two, that is half
    projects: [
      { test: { ...shared, name: "unit", include: ["test/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { ...shared, name: "properties", include: ["properties/**/*.property.ts"], testTimeout: 120_000 } },
    ],
  },
});
