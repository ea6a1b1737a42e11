import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "properties", include: ["properties/**/*.property.ts"], testTimeout: 120_000 } },
    ],
  },
});
