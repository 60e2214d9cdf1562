import { createForm } from '@bpmn-io/form-js-viewer';
import { controlsFor, pathText } from './form/controls';
import { translatedValidation, translateElements, wordsOnly } from './form/shim';
import { textsFor, type Texts } from './form/texts';
import { csrfHeader, el, icon, jsonOf, postJson, type Lang } from './shared/page';

/**
 * The form island: `<div data-island="form" data-schema-url data-draft-url data-submit-url data-lang data-readonly>`.
 * The page gives the action bar (`data-form-submit`, `data-form-draft`, `data-form-saved`); this gives everything else.
 */
type Answers = Record<string, unknown>;
type Problem = { field: string; message: string };
type Failure = { title?: string; detail?: string; location?: string };
type Instance = { id: string; valuePath: (string | number)[]; indexes?: Record<string, number> };

type Viewer = {
  on(event: string, listener: () => void): void;
  get<T>(name: string): T;
  validate(): Record<string, unknown>;
  _getState(): { errors: Record<string, unknown> };
  _setState(state: { errors: Record<string, unknown> }): void;
  _getSubmitData(): Answers;
};

const draftPause = 800;
const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function mount(root: HTMLElement): Promise<void> {
  const lang: Lang = root.dataset.lang?.startsWith('en') ? 'en' : 'zh';
  const texts = textsFor(lang);
  const body = root.querySelector<HTMLElement>('[data-form-body]') ?? root.appendChild(el('div', { 'data-form-body': '' }));
  const readonly = root.dataset.readonly !== undefined && root.dataset.readonly !== 'false';
  const summary = el('div', { class: 'form-note', 'data-form-note': '', tabindex: '-1', hidden: '' });

  const response = await fetch(root.dataset.schemaUrl ?? '', { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  const opened = response.ok ? await jsonOf<{ schema: object; data?: Answers; draft?: Answers }>(response) : null;
  if (!opened) {
    body.replaceChildren(note('stop', 'overdue', texts.loadFailed));
    return;
  }

  translateElements(texts);
  body.replaceChildren();
  body.before(summary);
  const given = opened.data ?? {};
  const files = new Map<string, File[]>();
  const form = (await createForm({
    container: body,
    schema: withoutButtons(opened.schema),
    data: { ...withoutOptions(opened.schema, given), ...opened.draft },
    properties: { readOnly: readonly },
    additionalModules: [controlsFor(texts, given, files), translatedValidation(texts), wordsOnly()],
  } as never)) as unknown as Viewer;
  root.dataset.ready = 'true';
  if (readonly) return;

  const drafts = autosave(root, form, texts);
  const submit = root.querySelector<HTMLButtonElement>('[data-form-submit]');
  if (submit && !submit.textContent?.trim()) submit.textContent = buttonLabel(opened.schema) ?? '';
  submit?.addEventListener('click', () => void send());
  root.querySelector('[data-form-draft]')?.addEventListener('click', () => void drafts.now());

  async function send(): Promise<void> {
    if (!submit || submit.getAttribute('aria-disabled') === 'true') return;
    form.validate();
    await nextFrame();
    if (shownProblems(body).length) return showSummary([]);

    submit.setAttribute('aria-disabled', 'true');
    drafts.stop();
    try {
      const answer = await post(root.dataset.submitUrl ?? '', form._getSubmitData(), files);
      await react(answer);
    } catch {
      show(note('stop', 'overdue', texts.offline));
    } finally {
      submit.removeAttribute('aria-disabled');
    }
  }

  async function react(answer: Response): Promise<void> {
    const content = await jsonOf<{ location?: string; fields?: Problem[] } & Failure>(answer);
    if (answer.ok && content?.location) {
      window.location.assign(content.location);
    } else if (answer.status === 422 && content?.fields) {
      const unplaced = place(form, content.fields);
      await nextFrame();
      showSummary(unplaced);
    } else if (answer.status === 409) {
      show(conflictNote(content ?? {}, texts));
    } else {
      const said = content?.title && [el('b', {}, content.title), ' ', content.detail ?? ''];
      show(note('stop', 'overdue', ...(said || [answer.redirected || answer.status === 401 ? texts.signedOut : texts.refused])));
    }
  }

  function showSummary(unplaced: Problem[]): void {
    const problems = shownProblems(body);
    const list = el('ul');
    problems.forEach(({ frame, label, message }) => {
      const name = label.replace(/[\s:：?？]+$/, '');
      const link = el(
        'a',
        { href: `#${firstControl(frame)?.id ?? ''}` },
        name ? `${name}${lang === 'en' ? ': ' : '：'}${message}` : message,
      );
      link.addEventListener('click', (event) => {
        event.preventDefault();
        const control = firstControl(frame);
        control?.focus();
        frame.scrollIntoView({ block: 'center' });
      });
      list.append(el('li', {}, link));
    });
    unplaced.forEach(({ message }) => list.append(el('li', {}, message)));
    const text = el('div', {}, el('b', {}, texts.more(problems.length + unplaced.length)), texts.kept, list);
    show(el('div', { class: 'note stop', role: 'alert' }, icon('overdue'), text));
  }

  function show(content: HTMLElement): void {
    summary.replaceChildren(content);
    summary.hidden = false;
    summary.focus();
    summary.scrollIntoView({ block: 'start' });
  }
}

function note(kind: string, iconName: string, ...words: (string | Node)[]): HTMLElement {
  return el('div', { class: `note ${kind}`, role: 'alert' }, icon(iconName), el('div', {}, ...words));
}

function conflictNote(conflict: Failure, texts: Texts): HTMLElement {
  const words: (string | Node)[] = [el('b', {}, conflict.title ?? texts.taken), ' ', conflict.detail ?? texts.yourText];
  if (conflict.location) words.push(' ', el('a', { href: conflict.location }, texts.seeResult));
  return note('stop', 'overdue', ...words);
}

type Component = { type: string; key?: string; label?: string; valuesKey?: string; components?: Component[] };

function componentsOf(schema: object): Component[] {
  return (schema as { components?: Component[] }).components ?? [];
}

/** The label of a form's own button is the words of the page's primary button. */
function buttonLabel(schema: object): string | undefined {
  return componentsOf(schema).find(({ type }) => type === 'button')?.label;
}

/** Where a field and its options share a key, the data holds the options: they are not an answer. */
export function withoutOptions(schema: object, data: Answers): Answers {
  const shared = componentsOf(schema)
    .flatMap((component) => [component, ...componentsOf(component)])
    .filter(({ key, valuesKey }) => key !== undefined && key === valuesKey)
    .map(({ key }) => key);
  return Object.fromEntries(Object.entries(data).filter(([key]) => !shared.includes(key)));
}

/** JSON, or with pictures multipart: part `answers` is the JSON, the files stand under their field's key. */
function post(url: string, answers: Answers, files: Map<string, File[]>): Promise<Response> {
  const chosen = Array.from(files).filter(([, list]) => list.length > 0);
  if (!chosen.length) return postJson(url, answers);
  const parts = new FormData();
  parts.append('answers', new Blob([JSON.stringify(answers)], { type: 'application/json' }));
  chosen.forEach(([key, list]) => list.forEach((file) => parts.append(key, file, file.name)));
  return fetch(url, { method: 'POST', credentials: 'same-origin', headers: { Accept: 'application/json', ...csrfHeader() }, body: parts });
}

/** The page's own bar submits, so a button in a form file is not drawn. */
function withoutButtons(schema: object): object {
  const { components = [], ...rest } = schema as { components?: Component[] };
  return {
    ...rest,
    components: components
      .filter((component) => component.type !== 'button')
      .map((component) => (component.type === 'dynamiclist' ? { ...component, disableCollapse: true } : component)),
  };
}

function firstControl(frame: Element): HTMLElement | null {
  return frame.querySelector<HTMLElement>('input, select, textarea');
}

function shownProblems(body: HTMLElement) {
  return Array.from(body.querySelectorAll<HTMLElement>('[data-path].bad')).map((frame) => ({
    frame,
    label: frame.dataset.label ?? '',
    message: frame.querySelector('.err')?.textContent ?? '',
  }));
}

/** Puts the server's words at their fields; returns those whose field is not on the form. */
function place(form: Viewer, problems: Problem[]): Problem[] {
  const instances = form.get<{ getAllKeyed(): Instance[] }>('formFieldInstanceRegistry').getAllKeyed();
  const errors: Record<string, unknown> = {};
  const unplaced: Problem[] = [];
  for (const problem of problems) {
    const instance = instances.find(({ valuePath }) => pathText(valuePath) === problem.field);
    if (!instance) {
      unplaced.push(problem);
      continue;
    }
    const path = [instance.id, ...Object.values(instance.indexes ?? {})];
    const last = path.length - 1;
    let at = errors;
    path.forEach((part, index) => {
      const known = (at[part] ?? (index === last ? [] : {})) as Record<string, unknown>;
      if (index === last) (known as unknown as string[]).push(problem.message);
      at[part] = known;
      at = known;
    });
  }
  form._setState({ errors });
  return unplaced;
}

function autosave(root: HTMLElement, form: Viewer, texts: Texts) {
  const said = root.querySelector<HTMLElement>('[data-form-saved]');
  const url = root.dataset.draftUrl;
  let timer: number | undefined;
  let stored = JSON.stringify(form._getSubmitData());

  const say = (words: string, done = false) => said?.replaceChildren(...(done ? [icon('check'), ' ', words] : [words]));

  async function now(keepalive = false): Promise<void> {
    window.clearTimeout(timer);
    timer = undefined;
    const answers = form._getSubmitData();
    const text = JSON.stringify(answers);
    if (!url) return;
    if (!keepalive) say(texts.saving);
    try {
      const answer = await postJson(url, answers, { keepalive });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const content = await jsonOf<{ savedAt?: string }>(answer);
      stored = text;
      const clock = new Date().toTimeString().slice(0, 5);
      say(texts.saved(content?.savedAt ?? clock), true);
    } catch {
      say(texts.notSaved);
    }
  }

  function changed(): void {
    if (JSON.stringify(form._getSubmitData()) === stored) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void now(), draftPause);
  }

  form.on('changed', changed);
  window.addEventListener('online', () => JSON.stringify(form._getSubmitData()) !== stored && void now());
  window.addEventListener('pagehide', () => timer !== undefined && void now(true));
  const stop = () => {
    window.clearTimeout(timer);
    timer = undefined;
  };
  return { now, stop };
}

document.querySelectorAll<HTMLElement>('[data-island="form"]').forEach((root) => void mount(root));
