/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// node unbundled.cjs check <path>: the command line from the modules that jsii compiled, one file each, instead of the bundle.
require('../../dist/cli/main.js').start();
