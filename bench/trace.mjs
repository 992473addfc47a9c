// What the browser's main thread did for each key press, read from its trace.

/** What a trace must hold. */
export const CATEGORIES = ['toplevel', 'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Groups of the main thread's work, by the names of events in a trace. */
const GROUPS = {
  script: ['EventDispatch', 'FunctionCall', 'TimerFire', 'FireAnimationFrame', 'RunMicrotasks', 'EvaluateScript'],
  layout: ['UpdateLayoutTree', 'Layout', 'IntersectionObserverController::computeIntersections'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'Commit', 'UpdateLayer'],
};

const end = (event) => event.ts + (event.dur ?? 0);
/** How long the processor worked for an event, in milliseconds: on a busy machine it lasts longer. */
const work = (event) => (event.tdur ?? event.dur ?? 0) / 1_000;

/**
 * The presses of a trace: those tasks in which the page's mark `press` stands begin one, and it goes on to the next one's.
 * All times are milliseconds of the processor.
 *
 * @param {object[]} events
 * @param {number} within so long after a press its tasks are counted, in milliseconds
 * @returns {{painted: number, all: number, script: number, layout: number, paint: number}[]} `painted`: the tasks up to the
 *   one in which the answer was painted, its count and its first rows; `all`: those that came later, too
 */
export function presses(events, within) {
  const marks = events.filter(({ name, cat }) => name === 'press' && cat.includes('blink.user_timing')).sort((one, other) => one.ts - other.ts);
  if (marks.length === 0) return [];
  const { pid, tid } = marks[0];
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X').sort((one, other) => one.ts - other.ts);
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  return marks.map(({ ts }, at) => {
    const last = Math.min(ts + within * 1_000, marks[at + 1]?.ts ?? Infinity);
    const mine = tasks.filter((task) => end(task) > ts && task.ts < last && !(at + 1 < marks.length && end(task) > marks[at + 1].ts));
    return measured(mine, own);
  });
}

function measured(tasks, own) {
  const inside = (task) => own.filter((event) => event.ts >= task.ts && end(event) <= end(task) && event !== task);
  const parts = tasks.map((task) => ({ task, events: inside(task) }));
  const painted = parts.findIndex(({ events }) => events.some(({ name }) => name === 'Paint'));
  const upTo = parts.slice(0, painted + 1);
  const sum = (list) => list.reduce((total, { task }) => total + work(task), 0);
  const of = (names) => upTo.reduce((total, { events }) => total + outermost(events.filter(({ name }) => names.includes(name))), 0);
  return { painted: sum(upTo), all: sum(parts), ...Object.fromEntries(Object.entries(GROUPS).map(([group, names]) => [group, of(names)])) };
}

/** The work of events that do not stand inside others of them. */
function outermost(events) {
  let [total, done] = [0, 0];
  for (const event of events) {
    if (event.ts < done) continue;
    total += work(event);
    done = end(event);
  }
  return total;
}
