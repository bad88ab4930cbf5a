/** Where Windows keeps what Group Policy and Intune decide for a computer. */
export const registryKey = 'HKLM\\Software\\Policies\\Presently';

/** The heading over the values of that key; it is never translated, and case means nothing in it. */
const heading = 'hkey_local_machine\\software\\policies\\presently';
const valueLine = /^ {4}(\w+) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/**
 * Reads what `reg.exe query` prints. What stands below another key, and every line that is no value of ours, is passed
 * over, as is whatever a language of Windows puts in between.
 *
 * Shape: a text for REG_SZ and REG_MULTI_SZ, whose lines come joined; a number for REG_DWORD; null for another type, and
 * for a text with letters that the console's code page may have changed on the way.
 */
export function parseRegistry(printed: string): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  let isHere = false;
  for (const line of printed.split(/\r?\n/)) {
    if (/^HKEY_/i.test(line)) isHere = line.trimEnd().toLowerCase() === heading;
    const [, name, type = '', data = ''] = (isHere && valueLine.exec(line)) || [];
    if (name !== undefined) found.set(name, told(type, data));
  }
  return found;
}

function told(type: string, data: string): unknown {
  if (type === 'REG_DWORD') return /^0x[\da-f]{1,8}$/i.test(data) ? Number(data) : null;
  const isText = type === 'REG_SZ' || type === 'REG_MULTI_SZ';
  if (!isText || !/^[\t -~]*$/.test(data)) return null;
  return type === 'REG_SZ' ? data : data.replaceAll('\\0', '\n');
}
