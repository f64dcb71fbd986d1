import { TestEnvironment } from 'jest-environment-node';

/** Node, with each place in a stack trace mapped to its source once: cdktf keeps a trace for every token, and the tokens of a test share most places. */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    const format = Error.prepareStackTrace;
    const mapped = new Map();
    Error.prepareStackTrace = (error, frames) => {
      const heading = format(error, []);
      const lines = frames.map((frame) => {
        const place = String(frame);
        if (!mapped.has(place)) mapped.set(place, format(error, [frame]).slice(heading.length));
        return mapped.get(place);
      });
      return heading + lines.join('');
    };
  }
}
