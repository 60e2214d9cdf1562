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
    window.setTimeout(() => shown.remove(), shownFor);
  });
}

function place(): HTMLElement {
  return document.querySelector<HTMLElement>('.toasts') ?? document.body.appendChild(el('div', { class: 'toasts', role: 'status' }));
}
