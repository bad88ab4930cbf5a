/** Exit status for a configuration that will not do, from BSD's sysexits. */
export const dangerExit = 78;

/**
 * Switches of Chromium and Node by which another program could look into this one, lead its traffic elsewhere, take its
 * walls down, or run code of its own in it. What honest people need on their desktop (`ozone-platform`,
 * `enable-features`, `password-store`, `proxy-server`, `enable-logging`) is not among them.
 */
export const dangerousSwitches: readonly string[] = [
  // A debugger.
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
  ...[
    'inspect',
    'inspect-brk',
    'inspect-brk-node',
    'inspect-port',
    'inspect-publish-uid',
    'auto-open-devtools-for-tabs',
  ],
  // Other code, or another program, in place of ours.
  ...['js-flags', 'load-extension', 'disable-extensions-except', 'require', 'experimental-loader'],
  ...['renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'browser-subprocess-path'],
  // No walls.
  ...['no-sandbox', 'disable-sandbox', 'disable-setuid-sandbox', 'disable-namespace-sandbox', 'disable-gpu-sandbox'],
  ...['disable-seccomp-filter-sandbox', 'no-zygote-sandbox', 'single-process', 'in-process-gpu'],
  ...['disable-web-security', 'allow-running-insecure-content', 'unsafely-treat-insecure-origin-as-secure'],
  ...['enable-blink-features', 'enable-experimental-web-platform-features', 'disable-site-isolation-trials'],
  ...['force-webrtc-ip-handling-policy', 'use-fake-ui-for-media-stream'],
  // Another network behind the same names.
  ...['host-rules', 'host-resolver-rules', 'ignore-certificate-errors', 'ignore-certificate-errors-spki-list'],
  ...['auth-server-allowlist', 'auth-negotiate-delegate-allowlist'],
  // What passes, in a file of somebody else's choice.
  ...['ssl-key-log-file', 'log-net-log', 'net-log-capture-mode', 'trace-startup', 'trace-startup-file', 'log-file'],
  ...['crash-dumps-dir', 'trace-config-file', 'enable-tracing', 'enable-tracing-output'],
];

/** Variables by which Node or Electron prints or writes what passes, loads other code, or trusts anybody. */
export const dangerousVariables: readonly string[] = [
  ...['NODE_DEBUG', 'NODE_DEBUG_NATIVE', 'NODE_V8_COVERAGE', 'NODE_REDIRECT_WARNINGS', 'NODE_REPL_EXTERNAL_MODULE'],
  ...['NODE_TLS_REJECT_UNAUTHORIZED', 'SSLKEYLOGFILE', 'CHROME_LOG_FILE', 'CHROME_DEVEL_SANDBOX'],
  ...['ELECTRON_LOG_FILE', 'ELECTRON_LOG_ASAR_READS', 'ELECTRON_ENABLE_STACK_DUMPING'],
];

/**
 * The first thing in this start that a packaged app does not put up with, as the user would write it.
 *
 * Shape: the fuses make `NODE_OPTIONS`, `NODE_EXTRA_CA_CERTS` and `ELECTRON_RUN_AS_NODE` mean nothing, so that whoever
 * has them in their shell can use the app.
 */
export function findDanger(
  hasSwitch: (name: string) => boolean,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const found = dangerousSwitches.find(hasSwitch);
  if (found !== undefined) return `--${found}`;
  return dangerousVariables.find((name) => isDangerous(name, environment[name])) ?? null;
}

/** Source: `NODE_TLS_REJECT_UNAUTHORIZED` weakens by nothing but `0`, in Node's lib/_tls_wrap.js. */
function isDangerous(name: string, value: string | undefined): boolean {
  return name === 'NODE_TLS_REJECT_UNAUTHORIZED' ? value === '0' : value !== undefined && value !== '';
}
