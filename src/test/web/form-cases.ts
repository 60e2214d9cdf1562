import { createForm } from '@bpmn-io/form-js-viewer';
import { withoutOptions } from '../../main/web/islands/form';
import { controlsFor, pathText } from '../../main/web/islands/form/controls';
import { translatedValidation } from '../../main/web/islands/form/shim';
import { textsFor, type Texts } from '../../main/web/islands/form/texts';

/** Runs one case of form-cases.json through the form island's own form-js; FormCasesInChromiumTest calls it. */
type Tree = Record<string, unknown>;
type Case = { schema: object; data: Tree; answers: Tree };
type Instance = { id: string; valuePath: (string | number)[]; indexes?: Record<string, number> };
type Viewer = {
  get<T>(name: string): T;
  validate(): Tree;
  destroy(): void;
  _getState(): { data: Tree };
  _setState(state: { data: Tree }): void;
  _getSubmitData(): Tree;
};

/** Says every word as its key, so that a rule can be told from another: `form.min:3`. */
const keys = new Proxy(textsFor('zh'), {
  get: (texts, name: string) =>
    typeof texts[name as keyof Texts] === 'function' ? (...args: string[]) => `form.${name}:${args.join(',')}` : `form.${name}`,
});

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Twice: first the form is drawn, then what it does after drawing is done. */
const drawn = async () => {
  for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
};

function over(shown: unknown, answered: unknown): unknown {
  if (isTree(shown) && isTree(answered)) {
    return { ...shown, ...Object.fromEntries(Object.entries(answered).map(([key, value]) => [key, over(shown[key], value)])) };
  }
  if (Array.isArray(shown) && Array.isArray(answered)) {
    return answered.map((row, n) => (isTree(row) ? over(shown[n], row) : row));
  }
  return answered;
}

async function run({ schema, data, answers }: Case): Promise<{ problems: Record<string, string[]>; posted: Tree }> {
  const form = (await createForm({
    container: document.body,
    schema,
    data: withoutOptions(schema, data),
    additionalModules: [controlsFor(keys, data, new Map()), translatedValidation(keys)],
  } as never)) as unknown as Viewer;
  await drawn();
  form._setState({ data: over(form._getState().data, answers) as Tree });
  await drawn();
  const errors = form.validate();
  const problems: Record<string, string[]> = {};
  for (const { id, valuePath, indexes } of form.get<{ getAllKeyed(): Instance[] }>('formFieldInstanceRegistry').getAllKeyed()) {
    const found = [id, ...Object.values(indexes ?? {})].reduce<unknown>((at, part) => (at as Tree | undefined)?.[part], errors);
    if (Array.isArray(found)) problems[pathText(valuePath)] = found as string[];
  }
  const posted = form._getSubmitData();
  form.destroy();
  return { problems, posted };
}

Object.assign(window, { run });
