#!/usr/bin/env node
'use strict';
// Node 22 keeps compiled code between runs; older ones do without.
require('node:module').enableCompileCache?.();
require('../dist/lsp.cjs');
