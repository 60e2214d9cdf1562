import { jsonOf, postJson } from '../shared/page';

/**
 * A masked value: `<span class="mask" data-reveal="url"><span data-value>138****0193</span><button>…</button></span>`.
 * The server logs the look and answers {value}; after 30 seconds the value hides again.
 */
const shownFor = 30_000;

export function reveal(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('.mask[data-reveal] button');
    const mask = button?.closest<HTMLElement>('.mask');
    if (button && mask) void show(mask, button);
  });
}

async function show(mask: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const place = mask.querySelector<HTMLElement>('[data-value]');
  if (!place) return;
  const answer = await postJson(mask.dataset.reveal ?? '', {}).catch(() => null);
  const content = answer?.ok ? await jsonOf<{ value: string }>(answer) : null;
  if (!content) return;
  const masked = place.textContent;
  place.textContent = content.value;
  button.hidden = true;
  const said = mask.querySelector<HTMLElement>('[data-revealed]');
  if (said) said.hidden = false;
  window.setTimeout(() => {
    place.textContent = masked;
    button.hidden = false;
    if (said) said.hidden = true;
  }, shownFor);
}
