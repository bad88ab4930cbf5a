import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { findPresence } from '#contract/presence.ts';
import type { RecordedRequest } from '../../electron/simulator/records.ts';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Operation {
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, { readonly name: string }>>;
  };
}

const description: Description = JSON.parse(
  readFileSync(new URL('../openapi/graph-presence.openapi.json', import.meta.url), 'utf8'),
);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Compares a request with Microsoft's published description of Graph, and tells every way in which it differs.
 *
 * Shape: stricter than OpenAPI is by itself: no member, query option or body that the description does not name; GUIDs
 * for ids; a client-request-id; and for the create operation all that its draft page calls required.
 */
export function checkRequest(request: RecordedRequest): string[] {
  return check(request, checkSettings);
}

/** The same for a cloud whose presences have no out of office: naming it is a mistake there. */
export function checkGovernmentRequest(request: RecordedRequest): string[] {
  return check(request, ({ outOfOfficeSettings }) =>
    outOfOfficeSettings === undefined ? [] : ['body/outOfOfficeSettings is no property of this cloud'],
  );
}

function check(request: RecordedRequest, settingsOf: (body: CreateBody) => string[]): string[] {
  const path = /^\/(?:beta|v1\.0)(\/.*)$/.exec(request.path)?.[1];
  const template = path === undefined ? undefined : findTemplate(path);
  if (path === undefined || template === undefined) return [`${request.path} is not in the description`];
  const operation = description.paths[template]?.[request.method.toLowerCase()];
  if (operation === undefined) return [`${request.method} ${template} is not in the description`];
  const isCreate = request.method === 'POST' && template === '/communications/presences';
  return [
    ...checkIds(path, template),
    ...checkQuery(request, operation),
    ...checkHeaders(request),
    ...checkBody(request, operation),
    ...(isCreate ? checkCreate(request.body, settingsOf) : []),
  ];
}

function findTemplate(path: string): string | undefined {
  const segments = path.split('/');
  const fitting = Object.keys(description.paths).filter((template) => {
    const parts = template.split('/');
    return parts.length === segments.length && parts.every((part, at) => part.startsWith('{') || part === segments[at]);
  });
  return fitting.find((template) => template === path) ?? fitting[0];
}

function checkIds(path: string, template: string): string[] {
  const segments = path.split('/');
  return template
    .split('/')
    .flatMap((part, at) => (part.startsWith('{') && !guid.test(segments[at] ?? '') ? [`${part} is no GUID`] : []));
}

function checkQuery(request: RecordedRequest, operation: Operation): string[] {
  const known = (operation.parameters ?? []).map(
    ({ $ref, name }) => name ?? description.components.parameters[$ref?.split('/').at(-1) ?? '']?.name,
  );
  return Object.keys(request.query).flatMap((name) =>
    known.includes(name) ? [] : [`query option ${name} is unknown`],
  );
}

function checkHeaders(request: RecordedRequest): string[] {
  const { headers } = request;
  const isJson = /^application\/json\b/.test(headers['content-type'] ?? '');
  return [
    ...(headers['authorization'] === undefined ? ['there is no bearer token'] : []),
    ...(guid.test(headers['client-request-id'] ?? '') ? [] : ['client-request-id is no GUID']),
    ...(request.body === undefined || isJson ? [] : ['the body is not sent as application/json']),
  ];
}

function checkBody({ body }: RecordedRequest, operation: Operation): string[] {
  const schema = operation.requestBody?.content['application/json'].schema;
  if (schema === undefined) {
    return body === undefined || JSON.stringify(body) === '{}' ? [] : ['a body is sent where none is described'];
  }
  if (body === undefined) return ['the body is missing'];
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile({ ...schema, components: description.components });
  validate(body);
  const problems = (validate.errors ?? []).map(({ instancePath, message }) => `body${instancePath} ${message}`);
  return [...problems, ...findStrangers([schema], body, 'body')];
}

/** Members that no part of a schema names; OpenAPI would let them pass. */
function findStrangers(schemas: readonly Schema[], value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const items = schemas.flatMap(flatten).flatMap((schema) => schema.items ?? []);
    return value.flatMap((item, at) => findStrangers(items, item, `${path}/${at}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const parts = schemas.flatMap(flatten);
  return Object.entries(value).flatMap(([name, member]) => {
    const known = parts.flatMap(({ properties = {} }) => (Object.hasOwn(properties, name) ? [properties[name]] : []));
    if (known.length === 0) return [`${path}/${name} is not in the description`];
    return findStrangers(
      known.flatMap((schema) => schema ?? []),
      member,
      `${path}/${name}`,
    );
  });
}

function flatten(schema: Schema): Schema[] {
  const target = schema.$ref === undefined ? [] : [description.components.schemas[schema.$ref.split('/').at(-1) ?? '']];
  const parts = [...target, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...parts.flatMap((part) => (part === undefined ? [] : flatten(part)))];
}

interface CreateBody {
  readonly '@odata.type'?: unknown;
  readonly id?: unknown;
  readonly availability?: unknown;
  readonly activity?: unknown;
  readonly outOfOfficeSettings?: {
    readonly '@odata.type'?: unknown;
    readonly isOutOfOffice?: unknown;
    readonly message?: unknown;
  } | null;
}

/** The create operation in full: what its draft page calls required, and a pair that the app can mean. */
function checkCreate(body: unknown, settingsOf: (body: CreateBody) => string[]): string[] {
  const presence: CreateBody = typeof body === 'object' && body !== null ? body : {};
  const checks: readonly Check[] = [
    [presence['@odata.type'] === '#microsoft.graph.presence', 'body/@odata.type is not #microsoft.graph.presence'],
    [guid.test(String(presence.id)), 'body/id is no GUID'],
    [
      findPresence(String(presence.availability), String(presence.activity)) !== undefined,
      `${presence.availability} / ${presence.activity} is no pair`,
    ],
  ];
  return [...mistakesOf(checks), ...settingsOf(presence)];
}

type Check = readonly [isGood: boolean, problem: string];

function checkSettings({ outOfOfficeSettings }: CreateBody): string[] {
  const settings = outOfOfficeSettings ?? {};
  const { message } = settings;
  const isMessageFit = message === null || (typeof message === 'string' && settings.isOutOfOffice === true);
  return mistakesOf([
    [
      settings['@odata.type'] === '#microsoft.graph.outOfOfficeSettings',
      'body/outOfOfficeSettings/@odata.type is not #microsoft.graph.outOfOfficeSettings',
    ],
    [typeof settings.isOutOfOffice === 'boolean', 'body/outOfOfficeSettings/isOutOfOffice is no boolean'],
    [isMessageFit, 'body/outOfOfficeSettings/message is neither null nor the text of an absence'],
  ]);
}

function mistakesOf(checks: readonly Check[]): string[] {
  return checks.flatMap(([isGood, problem]) => (isGood ? [] : [problem]));
}
