export type Lang = 'zh' | 'en';

export function pageLang(): Lang {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
}

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

/** The header that proves a request comes from one of our pages. */
export function csrfHeader(): Record<string, string> {
  const header = meta('_csrf_header');
  return header ? { [header]: meta('_csrf') } : {};
}

export function postJson(url: string, body: unknown, options: { keepalive?: boolean } = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: options.keepalive,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrfHeader() },
    body: JSON.stringify(body),
  });
}

export async function jsonOf<T>(response: Response): Promise<T | null> {
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? ((await response.json()) as T) : null;
}

/** An icon of the page's sprite (fragments/icons.html). */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** An element with attributes and children; text is never read as markup. */
export function el(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}
