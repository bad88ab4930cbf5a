import { z } from 'zod';
import { parseJson } from '#contract/json.ts';
import { type Exchange, jsonReply, type Reply } from '../exchange.ts';
import { fulfil, type Outcome } from '../fulfil.ts';
import { type RecordedSignIn, record, withoutSecrets } from '../records.ts';
import type { Entra } from './entra.ts';
import { answerEntra, isTokenRequest, parametersOf } from './route.ts';

/** Answers a request to Entra ID, whose token endpoint a profile can meet; and writes it down. */
export async function serveEntra(entra: Entra, signIns: RecordedSignIn[], exchange: Exchange): Promise<Outcome> {
  const entry = record(signIns, {
    method: exchange.method,
    path: exchange.url.pathname,
    parameters: withoutSecrets(parametersOf(exchange)),
    status: null,
    error: null,
    at: entra.clock.now(),
  });
  const { body } = exchange;
  const answer = (sent: string): Reply => answerEntra(entra, { ...exchange, body: sent });
  const outcome = isTokenRequest(exchange)
    ? await fulfil(entra.gate.meet({ kind: 'token', body, claims: null, error: tokenError }), {
        body,
        carryOut: answer,
        pretend: answer,
      })
    : answer(body);
  if (typeof outcome === 'string') return outcome;
  entry.status = outcome.status;
  entry.error = errorOf(outcome);
  return outcome;
}

function tokenError(status: number, code: string, message: string, headers: Reply['headers'] = {}): Reply {
  return jsonReply(status, { error: code, error_description: message }, headers);
}

/** The OAuth error of an answer: in the JSON of the token endpoint, or in the form that goes back to the app. */
function errorOf(reply: Reply): string | null {
  const inForm = /name="error" value="([^"]*)"/.exec(reply.body)?.[1];
  if (inForm !== undefined) return inForm;
  if (!reply.headers['Content-Type']?.startsWith('application/json')) return null;
  const parsed = z.object({ error: z.string() }).safeParse(parseJson(reply.body));
  return parsed.success ? parsed.data.error : null;
}
