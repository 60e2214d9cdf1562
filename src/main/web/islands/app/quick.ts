import htmx from 'htmx.org';

/**
 * A visit in five taps. What somebody taps writes the sentence and the button's words; a sentence changed by hand stays.
 * On a desk the form opens beside the list.
 */
const desk = '(min-width: 1101px)';

export function quick(): void {
  document.addEventListener('change', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('[data-quick-form]');
    if (form) follow(form);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-quick]');
    const side = document.querySelector<HTMLElement>('#quick');
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !side || !plain || !matchMedia(desk).matches) return;
    event.preventDefault();
    void open(link.href, side).then(() => side.querySelector<HTMLElement>('input[name=people]')?.focus());
  });
  document.querySelectorAll<HTMLFormElement>('[data-quick-form]').forEach(follow);
}

async function open(href: string, side: HTMLElement): Promise<void> {
  await htmx.ajax('get', href, { target: side, swap: 'innerHTML', select: '#quick-form' });
  side.querySelectorAll<HTMLFormElement>('[data-quick-form]').forEach(follow);
}

function follow(form: HTMLFormElement): void {
  const chosen = form.querySelector<HTMLInputElement>('input[name=outcome]:checked');
  const members = form.querySelectorAll('input[name=people]:checked').length;
  form.querySelectorAll<HTMLElement>('[data-when]').forEach((part) => (part.hidden = part.dataset.when !== chosen?.value));
  write(form, (members > 1 ? chosen?.dataset.many : chosen?.dataset.one) ?? '', members);
  const save = form.querySelector<HTMLElement>('[data-save-button]');
  if (save) save.textContent = chosen && members > 0 ? filled(chosen.dataset.save ?? '', members) : (save.dataset.words ?? '');
}

function write(form: HTMLFormElement, sentence: string, members: number): void {
  const content = form.querySelector<HTMLTextAreaElement>('textarea[name=content]');
  if (!content || (content.value && content.value !== form.dataset.written)) return;
  content.value = filled(sentence, members);
  form.dataset.written = content.value;
}

function filled(words: string, members: number): string {
  return words.replace('{n}', String(members));
}
