import type { RequestListener } from 'node:http';
import type { Entra } from './entra/entra.ts';
import { serveEntra } from './entra/service.ts';
import { jsonReply, readExchange, sendReply } from './exchange.ts';
import { answerGraph, type Graph, isGraphPath } from './graph/service.ts';
import type { RecordedSignIn } from './records.ts';

/** Makes the one listener for Graph and Entra ID. It can be mounted in a server of http or of https. */
export function createListener(entra: Entra, graph: Graph, signIns: RecordedSignIn[]): RequestListener {
  return (request, response) => {
    async function serve(): Promise<void> {
      const exchange = await readExchange(request);
      const outcome = isGraphPath(exchange.url.pathname)
        ? await answerGraph(graph, exchange)
        : await serveEntra(entra, signIns, exchange);
      if (outcome === 'silence') return;
      if (outcome === 'reset') {
        request.socket.destroy();
        return;
      }
      response.setHeader('Date', new Date(entra.clock.now()).toUTCString());
      sendReply(response, outcome);
    }

    serve().catch((error: unknown) => {
      // A client that broke off, or our own bug: say it to whoever still listens.
      if (response.headersSent) response.destroy();
      else sendReply(response, jsonReply(500, { error: { code: 'simulatorFault', message: String(error) } }));
    });
  };
}
