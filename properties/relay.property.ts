import { LAWS } from "../src/laws/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";
import { describeLaws } from "../src/vitest.ts";
import { describeGroup } from "./group.ts";

describeGroup("relay", [new ReferenceTarget()]);

describeLaws(
  "two references, one behind the other",
  { targets: [new ReferenceTarget(), new ReferenceTarget()], cases: 200 },
  [LAWS[0]],
);
