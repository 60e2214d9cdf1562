import {
  Checkbox,
  Checklist,
  Datetime,
  FilePicker,
  Numberfield,
  Radio,
  Select,
  Taglist,
  Textarea,
  Textfield,
  useExpressionEvaluation,
  useSingleLineTemplateEvaluation,
} from '@bpmn-io/form-js-viewer';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Texts } from './texts';

/**
 * The controls of our design system for form-js: native inputs, label above, hint under the label, words of an error
 * under the control. form-js keeps the schema, the values, the conditions and the validation.
 */
type Option = { label: string; value: unknown };

type Field = {
  id: string;
  type: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  subtype?: 'date' | 'time' | 'datetime';
  description?: string;
  values?: (Option | string)[];
  valuesKey?: string;
  valuesExpression?: string;
  validate?: { required?: boolean; maxLength?: number; min?: number | string; max?: number | string };
  appearance?: { prefixAdorner?: string; suffixAdorner?: string };
  decimalDigits?: number;
  serializeToString?: boolean;
  /** `exactLabel`: the label's words are prescribed, so no mark for optional answers is added. */
  properties?: { exactLabel?: string };
  accept?: string;
  multiple?: boolean;
};

type ControlProps = {
  field: Field;
  domId: string;
  value: unknown;
  errors: string[];
  disabled: boolean;
  readonly: boolean;
  onChange(update: { value: unknown }): void;
  onBlur(): void;
  onFocus(): void;
  fieldInstance: { valuePath: (string | number)[] } | null;
};

/** `items[0].goal`, as the server names a field. */
export function pathText(path: (string | number)[]): string {
  return path.reduce<string>(
    (text, part) => (/^\d+$/.test(String(part)) ? `${text}[${part}]` : text ? `${text}.${part}` : String(part)),
    '',
  );
}

function template(text: string | undefined): string {
  return (useSingleLineTemplateEvaluation as (value: string, options: object) => string)(text ?? '', { debug: true });
}

function normalised(listed: unknown): Option[] {
  return (Array.isArray(listed) ? listed : [])
    .filter((option) => option !== null && option !== undefined)
    .map((option) =>
      typeof option === 'object'
        ? { value: option.value, label: String(option.label ?? option.value) }
        : { value: option, label: String(option) },
    );
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Says an error when the person has left the field, not while they are still writing in it. */
function usePatience({ errors, onBlur, onFocus, value }: ControlProps) {
  const [writing, setWriting] = useState(false);
  const [wasWrong, setWasWrong] = useState(false);
  return {
    shown: writing && !wasWrong ? [] : errors,
    enter: () => {
      setWriting(true);
      setWasWrong(errors.length > 0);
      onFocus();
    },
    leave: () => {
      setWriting(false);
      if (value !== null && value !== undefined && value !== '') onBlur();
    },
  };
}

/** @param given what the server sent beside the schema: `valuesKey` finds a field's options there */
export function controlsFor(texts: Texts, given: Record<string, unknown>, files: Map<string, File[]>) {
  function useOptions(field: Field): Option[] {
    const computed = (useExpressionEvaluation as (value?: string) => unknown)(field.valuesExpression);
    return normalised(field.valuesKey ? given[field.valuesKey] : (field.values ?? computed));
  }

  function Errors({ id, errors }: { id: string; errors: string[] }) {
    return (
      <div id={id} class="errs">
        {errors.map((error) => (
          <div class="err" key={error}>
            <svg class="i" aria-hidden="true">
              <use href="#i-overdue" />
            </svg>
            <span>{error}</span>
          </div>
        ))}
      </div>
    );
  }

  /** A group of choices is a fieldset with a legend, anything else a labelled control. */
  function Frame({ of, group, errors, children }: { of: ControlProps; group?: boolean; errors: string[]; children: ComponentChildren }) {
    const { field, domId, fieldInstance, readonly } = of;
    const label = template(field.label ?? field.dateLabel ?? field.timeLabel);
    const hint = template(field.description);
    const words = (
      <>
        {label}
        {!field.validate?.required && !field.properties?.exactLabel && !readonly && <span class="opt">{texts.optional}</span>}
      </>
    );
    const shared = {
      class: errors.length ? 'f bad' : 'f',
      'data-path': fieldInstance ? pathText(fieldInstance.valuePath) : undefined,
      'data-label': label,
    };
    const rest = (
      <>
        {hint && (
          <div class="hint" id={`${domId}-hint`}>
            {hint}
          </div>
        )}
        {children}
        <Errors id={`${domId}-error`} errors={errors} />
      </>
    );
    if (!group) {
      return (
        <div {...shared}>
          <label for={domId}>{words}</label>
          {rest}
        </div>
      );
    }
    return (
      <fieldset {...shared} id={domId} aria-describedby={`${domId}-hint ${domId}-error`}>
        <legend>{words}</legend>
        {rest}
      </fieldset>
    );
  }

  function Shown({ of, children }: { of: ControlProps; children: ComponentChildren }) {
    return (
      <Frame of={of} errors={[]} group>
        <div class="answer">{children || <span class="muted">{texts.none}</span>}</div>
      </Frame>
    );
  }

  function shared({ field, domId, disabled }: ControlProps, errors: string[]) {
    return {
      id: domId,
      disabled,
      'aria-required': field.validate?.required ? ('true' as const) : undefined,
      'aria-invalid': errors.length ? ('true' as const) : undefined,
      'aria-describedby': `${domId}-hint ${domId}-error`,
    };
  }

  function Adorned({ field, children }: { field: Field; children: ComponentChildren }) {
    const before = template(field.appearance?.prefixAdorner);
    const after = template(field.appearance?.suffixAdorner);
    if (!before && !after) return <>{children}</>;
    return (
      <div class="adorned">
        {before && <span>{before}</span>}
        {children}
        {after && <span>{after}</span>}
      </div>
    );
  }

  function Line(props: ControlProps) {
    const { shown, enter, leave } = usePatience(props);
    const { field, value, onChange, readonly } = props;
    if (readonly) return <Shown of={props}>{value as string}</Shown>;
    return (
      <Frame of={props} errors={shown}>
        <Adorned field={field}>
          <input
            {...shared(props, shown)}
            class="in-t"
            type="text"
            autocomplete="off"
            value={(value as string) ?? ''}
            onInput={(event) => onChange({ value: event.currentTarget.value })}
            onFocus={enter}
            onBlur={leave}
          />
        </Adorned>
      </Frame>
    );
  }

  function Paragraph(props: ControlProps) {
    const { shown, enter, leave } = usePatience(props);
    const { value, onChange, readonly } = props;
    if (readonly) return <Shown of={props}>{value as string}</Shown>;
    return (
      <Frame of={props} errors={shown}>
        <textarea
          {...shared(props, shown)}
          class="in-a"
          rows={4}
          value={(value as string) ?? ''}
          onInput={(event) => onChange({ value: event.currentTarget.value })}
          onFocus={enter}
          onBlur={leave}
        />
      </Frame>
    );
  }

  function Quantity(props: ControlProps) {
    const { shown, enter, leave } = usePatience(props);
    const { field, value, onChange, readonly } = props;
    const known = value === null || value === undefined || value === 'NaN' ? '' : String(value);
    const [typed, setTyped] = useState(known);
    if (readonly) return <Shown of={props}>{known && `${known} ${field.appearance?.suffixAdorner ?? ''}`}</Shown>;
    const read = (text: string) => {
      if (text.trim() === '') return null;
      const number = Number(text.trim().replace(/[，,]/g, ''));
      if (Number.isNaN(number)) return 'NaN';
      return field.serializeToString ? String(number) : number;
    };
    return (
      <Frame of={props} errors={shown}>
        <Adorned field={field}>
          <input
            {...shared(props, shown)}
            class="in-t in-n"
            type="text"
            inputMode={field.decimalDigits === 0 ? 'numeric' : 'decimal'}
            autocomplete="off"
            value={value === read(typed) ? typed : known}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              onChange({ value: read(event.currentTarget.value) });
            }}
            onFocus={enter}
            onBlur={leave}
          />
        </Adorned>
      </Frame>
    );
  }

  function When(props: ControlProps) {
    const { shown, enter, leave } = usePatience(props);
    const { field, value, onChange, readonly } = props;
    const text = typeof value === 'string' ? value : '';
    const type = field.subtype === 'time' ? 'time' : field.subtype === 'datetime' ? 'datetime-local' : 'date';
    if (readonly) return <Shown of={props}>{text.replace('T', ' ').slice(0, 16)}</Shown>;
    return (
      <Frame of={props} errors={shown}>
        <input
          {...shared(props, shown)}
          class="in-t in-d"
          type={type}
          min={type === 'date' ? '1900-01-01' : undefined}
          max={type === 'date' ? '2200-12-31' : undefined}
          value={type === 'datetime-local' ? text.slice(0, 16) : text}
          onInput={(event) => onChange({ value: event.currentTarget.value || null })}
          onFocus={enter}
          onBlur={leave}
        />
      </Frame>
    );
  }

  function Pick(props: ControlProps) {
    const options = useOptions(props.field);
    const { value, errors, onChange, readonly } = props;
    const at = options.findIndex((option) => same(option.value, value));
    if (readonly) return <Shown of={props}>{options[at]?.label}</Shown>;
    return (
      <Frame of={props} errors={errors}>
        <select
          {...shared(props, errors)}
          class="in-s"
          value={at < 0 ? '' : String(at)}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange({ value: chosen === '' ? null : options[Number(chosen)].value });
          }}
        >
          <option value="">{texts.choose}</option>
          {options.map((option, index) => (
            <option key={index} value={String(index)}>
              {option.label}
            </option>
          ))}
        </select>
      </Frame>
    );
  }

  /** A scale of digits (0 to 3) stands in one strip, long answers get wide tiles. */
  function layoutOf(options: Option[]): string {
    const longest = Math.max(0, ...options.map((option) => option.label.length));
    if (options.length > 2 && options.every((option) => /^\d+$/.test(option.label))) return 'choices strip-of';
    return longest > 16 ? 'choices long' : 'choices';
  }

  function OneOf(props: ControlProps) {
    const options = useOptions(props.field);
    const { domId, value, errors, disabled, onChange, readonly } = props;
    if (readonly) return <Shown of={props}>{options.find((option) => same(option.value, value))?.label}</Shown>;
    return (
      <Frame of={props} errors={errors} group>
        <div class={layoutOf(options)}>
          {options.map((option, index) => (
            <label class="ch" key={index}>
              <input
                type="radio"
                id={`${domId}-${index}`}
                name={domId}
                disabled={disabled}
                aria-invalid={errors.length ? 'true' : undefined}
                checked={same(option.value, value)}
                onChange={() => onChange({ value: option.value })}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      </Frame>
    );
  }

  function SomeOf(props: ControlProps) {
    const options = useOptions(props.field);
    const { domId, errors, disabled, onChange, readonly } = props;
    const chosen = Array.isArray(props.value) ? (props.value as unknown[]) : [];
    const has = (option: Option) => chosen.some((value) => same(value, option.value));
    if (readonly) {
      const labels = options.filter(has).map((option) => option.label);
      return <Shown of={props}>{labels.length > 0 && labels.map((label) => <div key={label}>{label}</div>)}</Shown>;
    }
    return (
      <Frame of={props} errors={errors} group>
        <div class={layoutOf(options).replace(' strip-of', '')}>
          {options.map((option, index) => (
            <label class="ch" key={index}>
              <input
                type="checkbox"
                id={`${domId}-${index}`}
                disabled={disabled}
                aria-invalid={errors.length ? 'true' : undefined}
                checked={has(option)}
                onChange={() =>
                  onChange({
                    value: has(option) ? chosen.filter((value) => !same(value, option.value)) : [...chosen, option.value],
                  })
                }
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      </Frame>
    );
  }

  function Tick(props: ControlProps) {
    const { field, value, errors, onChange, readonly, fieldInstance, domId } = props;
    const label = template(field.label);
    const hint = template(field.description);
    if (readonly) return <Shown of={props}>{value === true && texts.yes}</Shown>;
    return (
      <div
        class={errors.length ? 'f bad' : 'f'}
        data-path={fieldInstance ? pathText(fieldInstance.valuePath) : undefined}
        data-label={label}
      >
        <label class="ch">
          <input
            {...shared(props, errors)}
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange({ value: event.currentTarget.checked })}
          />
          <span>{label}</span>
        </label>
        {hint && (
          <div class="hint" id={`${domId}-hint`}>
            {hint}
          </div>
        )}
        <Errors id={`${domId}-error`} errors={errors} />
      </div>
    );
  }

  /** Files travel with the submit; the value holds their names. */
  function Files(props: ControlProps) {
    const { field, value, errors, onChange, readonly, fieldInstance } = props;
    const names = Array.isArray(value) ? (value as string[]) : [];
    const path = pathText(fieldInstance?.valuePath ?? [field.id]);
    if (readonly) return <Shown of={props}>{names.join('、')}</Shown>;
    return (
      <Frame of={props} errors={errors}>
        {names.length > 0 && !files.has(path) && <p class="hint">{texts.chooseAgain(names.join('、'))}</p>}
        <input
          {...shared(props, errors)}
          class="in-f"
          type="file"
          accept={field.accept}
          multiple={field.multiple === true}
          onChange={(event) => {
            const chosen = Array.from(event.currentTarget.files ?? []);
            files.set(path, chosen);
            onChange({ value: chosen.map((file) => file.name) });
          }}
        />
      </Frame>
    );
  }

  const controls: [unknown, { config: { type: string } }][] = [
    [Line, Textfield],
    [Paragraph, Textarea],
    [Quantity, Numberfield],
    [When, Datetime],
    [Pick, Select],
    [OneOf, Radio],
    [SomeOf, Checklist],
    [SomeOf, Taglist],
    [Tick, Checkbox],
    [Files, FilePicker],
  ] as never;

  function OurControls(formFields: { register(type: string, control: unknown): void }) {
    controls.forEach(([control, original]) => {
      const field = (props: ControlProps) => (control as (props: ControlProps) => unknown)(props);
      // options may stand outside the form's data, so form-js must not drop a value it cannot find among them
      formFields.register(original.config.type, Object.assign(field, { config: { ...original.config, sanitizeValue: undefined } }));
    });
  }
  OurControls.$inject = ['formFields'];
  return { __init__: ['ourControls'], ourControls: ['type', OurControls] };
}
