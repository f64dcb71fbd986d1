import { IncomingMessage, RequestOptions, ServerResponse, createServer, request } from 'node:http';
import { listening } from './servers';

/** When a request that changes something meets the end of its sender: before it arrives, or after it was carried out and before the sender hears of it. */
export type Moment = 'before' | 'after';

export interface Point {
  /** The how manieth change of all. */
  readonly change: number;
  readonly moment: Moment;
}

/** Stands between a program and the emulator, counts what changes something, and ends the program at one of these requests. */
export class Interceptor {
  /** Runs with one in front of an emulator. */
  public static async with<T>(target: string, work: (interceptor: Interceptor) => Promise<T>): Promise<T> {
    const interceptor = new Interceptor(new URL(target));
    const server = createServer((incoming, outgoing) => void interceptor.serve(incoming, outgoing));
    const port = await listening(server);
    interceptor.ownUrl = `http://127.0.0.1:${port}`;
    try {
      return await work(interceptor);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  private ownUrl = '';
  private seen = 0;
  private point?: Point;
  private end: () => void = () => undefined;
  private pending = 0;

  private constructor(private readonly target: URL) {}

  public get url(): string {
    return this.ownUrl;
  }

  /** How many changes passed since it was armed. */
  public get changes(): number {
    return this.seen;
  }

  /** Whether nothing is on its way to the emulator any more. */
  public get isQuiet(): boolean {
    return this.pending === 0;
  }

  /** Counts from here, and calls `end` at a point. */
  public arm(point?: Point, end: () => void = () => undefined): void {
    this.seen = 0;
    this.point = point;
    this.end = end;
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    this.pending++;
    try {
      const answer = await this.handle(incoming, await body(incoming));
      if (!answer) return void incoming.socket.destroy();
      outgoing.writeHead(answer.status, answer.headers);
      outgoing.end(answer.body);
    } catch {
      // Half a request of a sender that is dead, or no answer: a living sender asks again.
      incoming.socket.destroy();
    } finally {
      this.pending--;
    }
  }

  private async handle(incoming: IncomingMessage, sent: Buffer): Promise<Answer | undefined> {
    const isAt = isChange(incoming, sent) && ++this.seen === this.point?.change;
    if (isAt && this.point?.moment === 'before') {
      this.end();
      return undefined;
    }
    const answer = await passed(this.target, incoming, sent);
    if (!isAt) return answer;
    this.end();
    return undefined;
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function passed({ hostname, port }: URL, incoming: IncomingMessage, sent: Buffer): Promise<Answer> {
  const { method, url: path, headers } = incoming;
  const options: RequestOptions = { hostname, port, method, path, headers };
  return new Promise((done, fail) => {
    const passing = request(options, (answer) => {
      body(answer).then(
        (text) => done({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
        fail
      );
    });
    passing.once('error', fail);
    passing.end(sent);
  });
}

async function body(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const READS = /^(?:BatchGet|Describe|Get|Head|List|Query|Scan)/;

/** A state in S3 is written by the clock: how often, depends on the machine. Its lock is put and deleted once. */
const STATE = /\.tfstate(?:\?|$)/;

/** By method for S3, by the name of the operation for JSON and for forms. */
function isChange({ method, headers, url = '' }: IncomingMessage, sent: Buffer): boolean {
  if (STATE.test(url)) return false;
  const target = headers['x-amz-target'];
  const action =
    typeof target === 'string'
      ? target.split('.')[1]
      : /^application\/x-www-form-urlencoded/.test(headers['content-type'] ?? '')
        ? (new URLSearchParams(sent.toString()).get('Action') ?? undefined)
        : undefined;
  return action === undefined ? method !== 'GET' && method !== 'HEAD' : !READS.test(action);
}
