import { el } from '../shared/page';

const shownFor = 10_000;

/** Says something for ten seconds; a page may also come with its own `.toast`. */
export function toast(words: string): void {
  if (!words) return;
  place().replaceChildren(el('div', { class: 'toast' }, words));
  toasts();
}

export function toasts(): void {
  document.querySelectorAll<HTMLElement>('.toasts .toast:not([data-timed])').forEach((shown) => {
    shown.dataset.timed = 'true';
    window.setTimeout(() => leave(shown), shownFor);
  });
}

/** What somebody is about to use does not vanish under the hand. */
function leave(shown: HTMLElement): void {
  if (shown.matches(':hover, :focus-within')) window.setTimeout(() => leave(shown), 1_000);
  else shown.remove();
}

function place(): HTMLElement {
  return document.querySelector<HTMLElement>('.toasts') ?? document.body.appendChild(el('div', { class: 'toasts', role: 'status' }));
}
