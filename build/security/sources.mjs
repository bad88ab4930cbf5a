/** Each starts one program of the system's or ours, by its name and without a shell. */
const programsStarted = [
  'electron/desktop/sessionBus.ts',
  'electron/desktop/lockSignals.ts',
  'electron/cli/startProgram.ts',
  'electron/policy/systemPolicy.ts',
];

/**
 * Words that open a door, and the only files that may say them.
 * @type {readonly { readonly word: RegExp, readonly allowed: readonly string[] }[]}
 */
const doors = [
  { word: /\bopenExternal\b/, allowed: ['electron/desktop/openBrowser.ts'] },
  { word: /\bopenPath\b/, allowed: ['electron/desktop/desktop.ts'] },
  { word: /\bipcMain\b/, allowed: ['electron/presently.ts', 'electron/ipc/serve.ts'] },
  { word: /\bipcRenderer\b/, allowed: ['electron/preload.ts'] },
  { word: /\bnew BrowserWindow\b/, allowed: ['electron/desktop/popup.ts', 'electron/desktop/settingsWindow.ts'] },
  { word: /\bdangerouslySetInnerHTML\b|\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b/, allowed: [] },
  { word: /\beval\(|\bnew Function\b|\bexecuteJavaScript\b/, allowed: [] },
  { word: /\bchild_process\b/, allowed: programsStarted },
  { word: /\bwriteFileSync\b|\bappendFile/, allowed: [] },
  { word: /\b(nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures): true/, allowed: [] },
  { word: /\b(webSecurity|contextIsolation|sandbox): false/, allowed: [] },
  { word: /\bsetAsDefaultProtocolClient\b/, allowed: [] },
  { word: /rejectUnauthorized|setCertificateVerifyProc/, allowed: [] },
];

/**
 * Where the sources say such a word outside its place.
 * @param {ReadonlyMap<string, string>} sources texts by their path in the repository
 */
export function reviewSources(sources) {
  return [...sources].flatMap(([path, text]) =>
    doors
      .filter(({ word, allowed }) => word.test(text) && !allowed.includes(path))
      .map(({ word }) => `${path} says ${word.exec(text)?.[0]}`),
  );
}
