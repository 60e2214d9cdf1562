import { options, type VNode } from 'preact';
import type { Texts } from './texts';

/**
 * form-js 1.23 speaks English only. This shim puts its validation messages and the few words of its own
 * (repeated groups, lists, tables) into the user's language.
 */
type Rule = [RegExp, (texts: Texts, ...groups: string[]) => string];

const rules: Rule[] = [
  [/^Value is not a number\.$/, (t) => t.notANumber],
  [/^Value is expected to be an integer\.$/, (t) => t.wholeNumber],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (t, n) => t.decimals(n)],
  [/^Please select a valid value, the two nearest valid values are (\S+) and (\S+)\.$/, (t, a, b) => t.nearest(a, b)],
  [/^Field must match pattern/, (t) => t.pattern],
  [/^Field must have minimum value of (.+)\.$/, (t, n) => t.min(n)],
  [/^Field must have maximum value of (.+)\.$/, (t, n) => t.max(n)],
  [/^Field must have minimum length of (.+)\.$/, (t, n) => t.minLength(n)],
  [/^Field must have maximum length of (.+)\.$/, (t, n) => t.maxLength(n)],
  [/^Field must be a valid\s+international phone number/, (t) => t.phone],
  [/^Field must be a valid email\.$/, (t) => t.email],
  [/^Date and time must both be entered\.$/, (t) => t.dateAndTime],
  [/^Add new$/, (t) => t.add],
  [/^Remove list item (\d+)$/, (t, n) => t.remove(n)],
  [/^Expand all \((\d+)\)$/, (t, n) => t.expandAll(n)],
  [/^Collapse$/, (t) => t.collapse],
  [/^Search$/, (t) => t.search],
  [/^No results$/, (t) => t.noResults],
  [/^All values selected$/, (t) => t.allChosen],
  [/^Nothing to show\.$/, (t) => t.nothing],
];

const choices = ['radio', 'select', 'checklist', 'taglist'];

export function translate(message: string, texts: Texts, fieldType?: string): string {
  if (message === 'Field is required.') {
    if (fieldType === 'checkbox') return texts.requiredTick;
    return choices.includes(fieldType ?? '') ? texts.requiredChoice : texts.required;
  }
  for (const [pattern, words] of rules) {
    const match = pattern.exec(message);
    if (match) return words(texts, ...match.slice(1));
  }
  return message;
}

type FieldInstance = { id: string };
type Validator = { validateFieldInstance(instance: FieldInstance, value: unknown): string[] };
type Registry = { get(id: string): { type: string } | undefined };

/** A form-js module: texts are judged without the blanks around them, as on the server, in the user's language. */
export function translatedValidation(texts: Texts) {
  function TranslatedValidation(validator: Validator, formFieldRegistry: Registry) {
    const validate = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => {
      const type = formFieldRegistry.get(instance.id)?.type;
      const judged = typeof value === 'string' ? value.trim() : value;
      return validate(instance, judged).map((message) => translate(message, texts, type));
    };
  }
  TranslatedValidation.$inject = ['validator', 'formFieldRegistry'];
  return { __init__: ['translatedValidation'], translatedValidation: ['type', TranslatedValidation] };
}

type Markdown = { render(markdown: string): string };

/** A form-js module: what people wrote stands in a form's texts as they wrote it, a tag or a script as its characters. */
export function wordsOnly() {
  function WordsOnly(markdownRenderer: Markdown) {
    const render = markdownRenderer.render.bind(markdownRenderer);
    markdownRenderer.render = (markdown) => render(markdown.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  }
  WordsOnly.$inject = ['markdownRenderer'];
  return { __init__: ['wordsOnly'], wordsOnly: ['type', WordsOnly] };
}

type Props = Record<string, unknown>;

function translateChildren(children: unknown, texts: Texts): unknown {
  if (typeof children === 'string') return translate(children, texts);
  if (Array.isArray(children)) return children.map((child) => translateChildren(child, texts));
  if (children && typeof children === 'object' && 'props' in children) {
    const props = (children as VNode<Props>).props as Props;
    props.children = translateChildren(props.children, texts);
  }
  return children;
}

/** form-js's own elements that carry words; what a form's author wrote never passes through here. */
const wordy = /fjs-(repeat-render-(add|collapse)|repeat-row-remove|taglist-input|dropdownlist-empty|table-empty)/;

export function translateElements(texts: Texts): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    const props = vnode.props as Props;
    const name = props && (props.class ?? props.className);
    if (typeof vnode.type === 'string' && typeof name === 'string' && wordy.test(name)) {
      props.children = translateChildren(props.children, texts);
      for (const attribute of ['aria-label', 'placeholder', 'title']) {
        const value = props[attribute];
        if (typeof value === 'string') props[attribute] = translate(value, texts);
      }
    }
    before?.(vnode);
  };
}
