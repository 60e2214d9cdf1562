import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { el, type Lang } from './shared/page';

/**
 * The monitor island: `<div data-island="monitor" data-xml-url data-active="id,id" data-done="id,id" data-lang>`.
 * Shows a process model, done steps grey, the current step with a thick accent edge, and a list that says the same.
 */
const words = {
  zh: {
    here: '您在这里',
    done: '已完成',
    later: '以后',
    list: '文字版步骤',
    diagram: '流程图',
    nearer: '放大',
    further: '缩小',
    fit: '适合宽度',
    failed: '流程图没有打开，请刷新页面再试。',
  },
  en: {
    here: 'You are here',
    done: 'done',
    later: 'later',
    list: 'Steps as text',
    diagram: 'Diagram',
    nearer: 'Zoom in',
    further: 'Zoom out',
    fit: 'Fit width',
    failed: 'The diagram did not open. Please reload the page.',
  },
};

type Named = { $type: string; name?: string; $children?: Named[]; value?: string; values?: Named[] };
type Shape = {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  waypoints?: unknown;
  labelTarget?: unknown;
  source?: Shape;
  target?: Shape;
  businessObject: Named & { extensionElements?: { values?: Named[] } };
};
type Box = { x: number; y: number; width: number; height: number };
type Canvas = {
  addMarker(id: string, marker: string): void;
  resized(): void;
  zoom(level?: number | string, centre?: unknown): number;
  viewbox(box?: Box): { inner: Box };
};
type Registry = { getAll(): Shape[]; get(id: string): Shape | undefined };

const steps = /^bpmn:(\w*Task|CallActivity|SubProcess)$/;
const people = /^bpmn:(UserTask|CallActivity|SubProcess)$/;
const listOf = (text?: string) =>
  (text ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

async function mount(root: HTMLElement): Promise<void> {
  const lang: Lang = (root.dataset.lang ?? document.documentElement.lang).startsWith('en') ? 'en' : 'zh';
  const text = words[lang];
  const active = listOf(root.dataset.active);
  const done = listOf(root.dataset.done);

  const stage = el('div', { class: 'monitor-stage' });
  const bar = el('div', { class: 'monitor-bar', role: 'group', 'aria-label': text.diagram });
  root.replaceChildren(stage, bar);

  const answer = await fetch(root.dataset.xmlUrl ?? '', { credentials: 'same-origin' });
  if (!answer.ok) {
    root.replaceChildren(el('p', { class: 'small muted' }, text.failed));
    return;
  }
  const viewer = new NavigatedViewer({
    container: stage,
    bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--dia-line)', defaultLabelColor: 'var(--ink)' },
    textRenderer: { defaultStyle: { fontFamily: getComputedStyle(root).fontFamily, fontSize: 13 }, externalStyle: { fontSize: 12 } },
    // the page scrolls over the diagram; the buttons and dragging move it
    zoomScroll: { enabled: false },
  });
  viewer.get('eventBus').on('import.render.start', (event: { definitions: unknown }) => {
    if (lang === 'en') speakEnglish(event.definitions);
  });
  await viewer.importXML(await answer.text());

  const canvas = viewer.get('canvas') as Canvas;
  const shapes = viewer.get('elementRegistry') as Registry;
  done.filter((id) => shapes.get(id)).forEach((id) => canvas.addMarker(id, 'is-done'));
  active
    .filter((id) => shapes.get(id))
    .forEach((id) => {
      canvas.addMarker(id, 'is-here');
      viewer.get('overlays').add(id, 'here', { position: { top: -13, left: 8 }, html: el('span', { class: 'monitor-here' }, text.here) });
    });
  const passed = markTakenPath(shapes, canvas, new Set([...done, ...active].filter((id) => shapes.get(id))));

  const { inner } = canvas.viewbox();
  const fit = () => fitWidth(stage, canvas, inner, shapes.get(active[0]));
  fit();
  zoomButtons(bar, canvas, fit, text);
  new ResizeObserver(() => stage.clientWidth !== Number(stage.dataset.width) && fit()).observe(root);

  stage.setAttribute('role', 'group');
  const here = active
    .map((id) => shapes.get(id)?.businessObject.name)
    .filter(Boolean)
    .join(lang === 'en' ? ', ' : '、');
  stage.setAttribute(
    'aria-label',
    here ? `${text.diagram}${lang === 'en' ? ': ' : '：'}${text.here}${lang === 'en' ? ', ' : '，'}${here}` : text.diagram,
  );
  root.append(stepList(shapes, active, [...done, ...passed], text));
  root.dataset.ready = 'true';
}

/** Shows `nameEn` of the models where they have one. */
function speakEnglish(definitions: unknown): void {
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (!node || typeof node !== 'object' || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) return node.forEach(visit);
    const element = node as Record<string, unknown> & Shape['businessObject'];
    const english = englishName(element.extensionElements?.values);
    if (english) element.name = english;
    ['rootElements', 'flowElements', 'participants', 'laneSets', 'lanes', 'artifacts', 'processRef'].forEach((key) => visit(element[key]));
  };
  visit(definitions);
}

function englishName(values: Named[] = []): string | undefined {
  const properties = values.filter((value) => value.$type === 'camunda:properties').flatMap((value) => value.$children ?? []);
  return properties.find((property) => property.name === 'nameEn')?.value;
}

/**
 * The server names the steps of people only; what lies between two of them was passed too. Forward paths only, and none
 * past a step that was reached on the way.
 */
function markTakenPath(shapes: Registry, canvas: Canvas, reached: Set<string>): Set<string> {
  const flows = shapes.getAll().filter((shape) => shape.waypoints && shape.source && shape.target);
  const starts = shapes.getAll().filter((shape) => reached.has(shape.id) || shape.type === 'bpmn:StartEvent');
  const paths = new Map(starts.map((from) => [from.id, pathsFrom(from, flows, reached)]));
  const reaches = (from: string, to: string): boolean =>
    Array.from(paths.get(from)?.keys() ?? []).some((next) => next === to || reaches(next, to));
  const passed = new Set<string>();
  for (const targets of paths.values()) {
    for (const [target, path] of targets) {
      if (Array.from(targets.keys()).some((other) => other !== target && reaches(other, target))) continue;
      path.forEach((flow) => {
        canvas.addMarker(flow.id, 'is-taken');
        [flow.source, flow.target].forEach((node) => node && !reached.has(node.id) && passed.add(node.id));
      });
    }
  }
  passed.forEach((id) => canvas.addMarker(id, 'is-done'));
  return passed;
}

/** The shortest way from one reached step to each that follows it to the right, through what needs nobody. */
function pathsFrom(from: Shape, flows: Shape[], reached: Set<string>): Map<string, Shape[]> {
  const found = new Map<string, Shape[]>();
  const seen = new Set([from.id]);
  let edge: { node: Shape; path: Shape[] }[] = [{ node: from, path: [] }];
  while (edge.length) {
    const next: typeof edge = [];
    for (const { node, path } of edge) {
      for (const flow of flows.filter(({ source }) => source?.id === node.id)) {
        const target = flow.target as Shape;
        if (seen.has(target.id) || target.x < node.x - 1) continue;
        seen.add(target.id);
        const way = [...path, flow];
        if (reached.has(target.id)) found.set(target.id, way);
        else if (!people.test(target.type)) next.push({ node: target, path: way });
      }
    }
    edge = next;
  }
  return found;
}

/**
 * The whole width is visible, but never so small that words cannot be read: then the current step is in the middle and
 * the diagram can be dragged. The strip at the bottom keeps the library's mark clear of the drawing.
 */
function fitWidth(stage: HTMLElement, canvas: Canvas, inner: Box, here?: Shape): void {
  const margin = 24;
  const strip = 36;
  const width = stage.clientWidth;
  if (!width) return; // folded away: the observer calls again when it opens
  const scale = Math.min(1, Math.max(0.45, width / (inner.width + 2 * margin)));
  const height = Math.ceil((inner.height + 2 * margin) * scale) + strip;
  stage.style.height = `${height}px`;
  stage.dataset.width = String(width);
  canvas.resized();
  const visible = width / scale;
  const rightmost = inner.x + inner.width + margin - visible;
  const wanted = here ? here.x + here.width / 2 - visible / 2 : inner.x - margin;
  const x = Math.max(inner.x - margin, Math.min(wanted, rightmost));
  canvas.viewbox({ x, y: inner.y - margin, width: visible, height: height / scale });
}

function zoomButtons(bar: HTMLElement, canvas: Canvas, fit: () => void, text: (typeof words)['zh']): void {
  const button = (label: string, sign: string, act: () => void) => {
    const made = el('button', { type: 'button', class: 'btn small', 'aria-label': label, title: label }, sign);
    made.addEventListener('click', act);
    bar.append(made);
  };
  const by = (factor: number) => () => canvas.zoom(Math.min(2, Math.max(0.2, canvas.zoom() * factor)), 'auto');
  button(text.nearer, '＋', by(1.25));
  button(text.further, '－', by(0.8));
  button(text.fit, text.fit, fit);
}

function stepList(shapes: Registry, active: string[], done: string[], text: (typeof words)['zh']): HTMLElement {
  const list = el('ol', { class: 'monitor-steps' });
  shapes
    .getAll()
    .filter((shape) => steps.test(shape.type) && !shape.labelTarget)
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .forEach(({ id, businessObject }) => {
      const state = active.includes(id) ? 'here' : done.includes(id) ? 'done' : 'later';
      const name = businessObject.name ?? id;
      list.append(
        el('li', state === 'here' ? { class: 'here', 'aria-current': 'step' } : { class: state }, name, ' ', el('span', {}, text[state])),
      );
    });
  return el('details', { class: 'monitor-list' }, el('summary', {}, text.list), list);
}

document.querySelectorAll<HTMLElement>('[data-island="monitor"]').forEach((root) => void mount(root));
