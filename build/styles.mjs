import { resolveStyleRulesForSlots } from '@griffel/core';
import { createServer } from 'vite';

// Works out our styles when the app is built, as Fluent's own come worked out already. Otherwise each page does it while
// it is first drawn, and a third of that time goes there. What cannot be worked out ends the build.

/**
 * @typedef {import('vite').Plugin} Plugin
 * @typedef {Parameters<typeof resolveStyleRulesForSlots>[0]} Said
 * Where something stands in the text of a module.
 * @typedef {{ start: number, end: number }} Span
 */

/**
 * The calls that give a module's own names their values, in the order in which they stand.
 * @param {ReturnType<import('vite').Rolldown.PluginContext['parse']>} program
 * @returns {(Span & { name: string, callee: Span, given: Span[] })[]}
 */
export function callsIn(program) {
  return program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ init }) => {
      if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return [];
      return [{ ...init, name: init.callee.name, given: init.arguments }];
    });
  });
}

/**
 * Where each makeStyles() of a module stands, and what it is given.
 * @param {string} code
 * @param {ReturnType<import('vite').Rolldown.PluginContext['parse']>} program
 */
function stylesIn(code, program) {
  return callsIn(program).flatMap(({ name, given: [given], start, end }) =>
    name === 'makeStyles' && given ? [{ start, end, given: code.slice(given.start, given.end) }] : [],
  );
}

/** Runs our modules by themselves, and has them tell what they say of styles. @param {string} folder */
function createReader(folder) {
  return createServer({
    ...{ root: folder, configFile: false, logLevel: 'warn', mode: 'production', appType: 'custom' },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      {
        name: 'said-styles',
        transform(code, id) {
          if (!isOfOurs(folder, id, code)) return null;
          const said = stylesIn(code, this.parse(code)).map(({ given }) => given);
          return { code: `${code}\nexport const saidStyles = [${said.join()}];`, map: null };
        },
      },
    ],
  });
}

/**
 * Whether a module is one of the folder's that says styles. Vite names modules with slashes, on Windows too.
 * @param {string} folder @param {string} id @param {string} code
 */
export function isOfOurs(folder, id, code) {
  const slashed = (/** @type {string} */ path) => path.replaceAll('\\', '/');
  const isInside = slashed(id).startsWith(`${slashed(folder)}/`);
  return isInside && !id.includes('node_modules') && code.includes('makeStyles(');
}

/** @param {string} folder of the modules whose styles are worked out @returns {Plugin} */
export function styles(folder) {
  /** @type {ReturnType<typeof createReader> | undefined} */
  let reader;
  return {
    name: 'styles',
    buildStart() {
      reader = createReader(folder);
    },
    async buildEnd() {
      await (await reader)?.close();
    },
    async transform(code, id) {
      if (!isOfOurs(folder, id, code)) return null;
      /** @type {Said[] | undefined} */
      const said = (await (await reader)?.ssrLoadModule(id))?.['saidStyles'];
      let end = 0;
      let text = `import { __styles } from '@fluentui/react-components';`;
      for (const [index, call] of stylesIn(code, this.parse(code)).entries()) {
        const bySlot = said?.[index];
        if (bySlot === undefined) return this.error(`The styles of ${id} cannot be worked out.`);
        const workedOut = resolveStyleRulesForSlots(bySlot).map((part) => JSON.stringify(part));
        text += `${code.slice(end, call.start)}__styles(${workedOut.join()})`;
        end = call.end;
      }
      return { code: text + code.slice(end), map: null };
    },
  };
}
