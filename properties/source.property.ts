import { ReferenceTarget } from "../src/targets/index.ts";
import { describeGroup } from "./group.ts";

describeGroup("source", [new ReferenceTarget()]);
