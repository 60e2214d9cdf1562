import htmx from 'htmx.org';
import { reveal } from './app/reveal';
import { keys } from './app/keys';
import { lookSwitches } from './app/look';
import { quick } from './app/quick';
import { toasts, toast } from './app/toast';
import { csrfHeader } from './shared/page';

// under our content security policy htmx may neither add a style element nor evaluate strings
Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false, historyCacheSize: 0 });

document.addEventListener('htmx:configRequest', (event) => {
  Object.assign((event as CustomEvent<{ headers: Record<string, string> }>).detail.headers, csrfHeader());
});

document.addEventListener('htmx:responseError', (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  const said = xhr.getResponseHeader('Content-Type')?.startsWith('text/plain') ? xhr.responseText : '';
  toast(said || document.body.dataset.failed || '');
});
document.addEventListener('htmx:sendError', () => toast(document.body.dataset.offline ?? ''));
document.addEventListener('htmx:afterSwap', toasts);

// a form is sent once, however often its button is pressed
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.sent) event.preventDefault();
  else if (!form.matches('[hx-get], [hx-post]') && form.method === 'post') form.dataset.sent = 'true';
});
window.addEventListener('pageshow', () =>
  document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach((form) => delete form.dataset.sent),
);

document.addEventListener('click', (event) => (event.target as Element).closest('[data-print]') && window.print());

// what stands beside the work on a desk is folded behind its title on a phone
if (matchMedia('(max-width: 600px)').matches) {
  document.querySelectorAll<HTMLDetailsElement>('details[data-fold]').forEach((details) => (details.open = false));
}

keys();
lookSwitches();
reveal();
quick();
toasts();
