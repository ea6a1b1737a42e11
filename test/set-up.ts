// Runs before each file of tests. Files share the modules that they import, so a module that several files use cannot say
// `afterAll` for each of them: it is loaded once.
import { afterAll } from "vitest";
import { clearUp } from "./behind.ts";

afterAll(clearUp);
