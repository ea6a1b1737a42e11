import { ReferenceTarget } from "../src/targets/index.ts";
import { describeGroup } from "./group.ts";

describeGroup("machine", [new ReferenceTarget()]);
