import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { createDOMRenderer, renderToStyleElements } from '@griffel/react';
import { runnerImport } from 'vite';
import { callsIn } from './styles.mjs';

// Carries the styles of a page over from its script to its style sheet. As script they would be read twice, once of it
// and once by the engine that they are told one by one, before anything can be drawn.

/**
 * @typedef {import('vite').Plugin} Plugin
 * @typedef {import('@griffel/core').CSSRulesByBucket} Rules
 * @typedef {{ dangerouslySetInnerHTML: { __html: string } }} Sheet
 * @typedef {{ lightTheme: object, darkTheme: object }} Themes
 */

/** What says styles that are worked out: what only names them, and how many of its parameters that needs. */
const sayings = new Map([
  ['__styles', { naming: '__css', kept: 1 }],
  ['__resetStyles', { naming: '__resetCSS', kept: 2 }],
]);

/**
 * What says styles is replaced by what names them, and the rules are left out.
 * @param {string} code
 * @param {ReturnType<import('vite').Rolldown.PluginContext['parse']>} program
 */
function withoutRules(code, program) {
  let end = 0;
  let text = `import { __css, __resetCSS } from '@griffel/react';`;
  /** @type {Rules[]} */
  const rules = [];
  for (const { name, callee, given } of callsIn(program)) {
    const saying = sayings.get(name);
    const said = saying && given[saying.kept];
    if (!said) continue;
    const value = runInNewContext(`(${code.slice(said.start, said.end)})`);
    rules.push(Array.isArray(value) ? { r: value } : value);
    text += code.slice(end, callee.start) + saying.naming + code.slice(callee.end, given[saying.kept - 1]?.end);
    end = said.end;
  }
  return { rules, code: text + code.slice(end) };
}

/** @param {Iterable<Rules>} all @returns {string} each of them once, in the order in which one outdoes another */
function inOrder(all) {
  const renderer = createDOMRenderer();
  for (const rules of all) renderer.insertCSSRules(rules);
  return renderToStyleElements(renderer)
    .map(({ props }) => /** @type {Sheet} */ (props).dangerouslySetInnerHTML.__html)
    .join('');
}

/**
 * A token is called by the name that it has in the sheet: no page needs a list of them all for the few it says itself.
 * @param {string} code @param {object} theme @returns {string}
 */
function withPlainTokens(code, theme) {
  if (!/import \{[^}]*\btokens\b[^}]*\} from ["']@fluentui/.test(code)) return code;
  return code.replace(/\btokens\.(\w+)/g, (said, name) => (name in theme ? `'var(--${name})'` : said));
}

/** @param {object} theme */
function ruleOf(theme) {
  const tokens = Object.entries(theme).map(([name, value]) => `--${name}:${value}`);
  return `:root{${tokens.join(';')}}`;
}

/** @param {string} folder of the modules that are ours @returns {Promise<Plugin>} */
export async function stylesheet(folder) {
  const { module } = await runnerImport(join(folder, 'theme.ts'), { configFile: false, logLevel: 'warn' });
  const { lightTheme, darkTheme } = /** @type {Themes} */ (module);
  /** @type {Map<string, Rules[]>} */
  const rulesOf = new Map();
  return {
    name: 'stylesheet',
    enforce: 'post',
    transform(code, id) {
      const named = withPlainTokens(code, lightTheme);
      if (!/__(styles|resetStyles)\(/.test(named)) return { code: named, map: null };
      const carried = withoutRules(named, this.parse(named));
      rulesOf.set(id, carried.rules);
      return { code: carried.code, map: null };
    },
    generateBundle(_options, files) {
      const output = Object.values(files);
      const used = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      // Of two rules that are as strong the later one holds, and where ours differ from a library's they are to hold.
      const isOfLibrary = (/** @type {string} */ id) => id.includes('node_modules');
      const inTurn = [...used.filter(isOfLibrary), ...used.filter((id) => !isOfLibrary(id))];
      const rules = inOrder(inTurn.flatMap((id) => rulesOf.get(id) ?? []));
      const sheet = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      if (sheet?.type !== 'asset') return this.error('There is no style sheet to carry the styles over to.');
      const dark = `@media (prefers-color-scheme:dark){${ruleOf(darkTheme)}}`;
      sheet.source = [ruleOf(lightTheme), dark, rules, sheet.source].join('\n');
    },
  };
}
