/** The build of picomatch that knows forward slashes only and no Node. Its type package describes the main entry. */
declare module 'picomatch/posix' {
  import picomatch = require('picomatch');
  export = picomatch;
}
