/** j and k walk the list, Enter opens (it is a link), / goes to the search field. Everything works without them. */
export function keys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1);
    else if (event.key === '/') {
      const search = document.querySelector<HTMLInputElement>('[data-search]');
      if (!search || search.offsetParent === null) return;
      event.preventDefault();
      search.focus();
    }
  });
}

function writing(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

function step(by: number): void {
  const rows = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-row]'));
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  next?.focus();
  next?.closest('.wr')?.scrollIntoView({ block: 'nearest' });
}
