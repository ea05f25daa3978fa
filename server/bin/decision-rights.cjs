#!/usr/bin/env node
// The command. A file of its own, so that the link to it exists before the first build.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '..', 'dist', 'cli.cjs');
if (existsSync(bundle)) {
  require('node:module').enableCompileCache?.();
  require(bundle);
} else {
  process.stderr.write('decision-rights is not built yet: run "npm run build" first.\n');
  process.exitCode = 2;
}
