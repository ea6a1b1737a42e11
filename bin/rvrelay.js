#!/usr/bin/env node
// This file must parse on any Node, so that an old one gets a sentence and not a stack trace: no import statements, no
// newer syntax. Everything else is in start.js.
var MINIMUM = [22, 18];
var version = process.versions.node.split(".").map(Number);

if (version[0] < MINIMUM[0] || (version[0] === MINIMUM[0] && version[1] < MINIMUM[1])) {
  console.error(
    "rvrelay: needs Node " +
      MINIMUM.join(".") +
      " or newer, this is " +
      process.version +
      ' (in a checkout, "npm run -s rvrelay -- ..." uses the pinned one)',
  );
  process.exitCode = 3;
} else {
  import("./start.js");
}
