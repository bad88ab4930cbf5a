import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';

export const appOrigin = 'app://presently';
export const popupUrl = `${appOrigin}/index.html`;
export const settingsUrl = `${appOrigin}/settings.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the renderer's files on a scheme of our own: an exact list, made once, so that no path trick leads elsewhere.
 */
export function serveAppScheme(session: Session, folder: string): void {
  const files = new Map(
    listFiles(folder).map((path) => [`/${relative(folder, path).split(sep).join(posix.sep)}`, path]),
  );
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    const path = url.host === 'presently' && url.search === '' ? files.get(url.pathname) : undefined;
    const contentType = contentTypes[extname(path ?? '')];
    if (path === undefined || contentType === undefined || request.method !== 'GET') {
      return new Response(null, { status: 404 });
    }
    return new Response(readFileSync(path), { headers: { ...headers, 'content-type': contentType } });
  });
}

/** What no page of ours may even ask for. Read by the process that would have to give it, whatever the page has become. */
const forbiddenFeatures = [
  ...['camera', 'microphone', 'display-capture', 'geolocation', 'usb', 'serial', 'hid', 'midi', 'payment'],
  ...['clipboard-read', 'clipboard-write', 'idle-detection', 'local-fonts', 'screen-wake-lock', 'fullscreen'],
  ...['publickey-credentials-get', 'accelerometer', 'gyroscope', 'magnetometer', 'xr-spatial-tracking', 'autoplay'],
];

/** The component library adds an element for styles, and leaves it empty. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${emptyStyle}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const headers = {
  'content-security-policy': policy.join('; '),
  'permissions-policy': forbiddenFeatures.map((name) => `${name}=()`).join(', '),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
