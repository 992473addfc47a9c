// What the browser's main thread did, read from its trace: for each key press, or for each frame.

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

/**
 * The frames of a trace between the page's marks `begin` and `end`: all tasks up to the one that hands a drawing over, since
 * the one before. All times are milliseconds of the processor.
 *
 * @param {object[]} events
 * @returns {{work: number, longest: number, script: number, layout: number, paint: number}[]} `longest`: of the frame's tasks
 */
export function frames(events) {
  const mark = (wanted) => events.find(({ name, cat }) => name === wanted && cat.includes('blink.user_timing'));
  const [begin, until] = [mark('begin'), mark('end')];
  if (!begin || !until) return [];
  const own = events
    .filter(({ pid, tid, ph, ts }) => pid === begin.pid && tid === begin.tid && ph === 'X' && ts >= begin.ts && ts < until.ts)
    .sort((one, other) => one.ts - other.ts);
  const seen = [];
  let [tasks, at] = [[], 0];
  for (const task of own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask')) {
    while (own[at] && own[at].ts < task.ts) at += 1;
    const events = [];
    for (; own[at] && own[at].ts <= end(task); at += 1) if (own[at] !== task) events.push(own[at]);
    tasks.push({ task, events });
    if (!events.some(({ name }) => name === 'Commit')) continue;
    seen.push({ work: total(tasks), longest: Math.max(...tasks.map(({ task }) => work(task))), ...parts(tasks) });
    tasks = [];
  }
  return seen;
}

const total = (tasks) => tasks.reduce((sum, { task }) => sum + work(task), 0);
/** The work of some tasks by group. */
const parts = (tasks) =>
  Object.fromEntries(Object.entries(GROUPS).map(([group, names]) => [
    group,
    tasks.reduce((sum, { events }) => sum + outermost(events.filter(({ name }) => names.includes(name))), 0),
  ]));

function measured(tasks, own) {
  const inside = (task) => own.filter((event) => event.ts >= task.ts && end(event) <= end(task) && event !== task);
  const all = tasks.map((task) => ({ task, events: inside(task) }));
  const painted = all.findIndex(({ events }) => events.some(({ name }) => name === 'Paint'));
  const upTo = all.slice(0, painted + 1);
  return { painted: total(upTo), all: total(all), ...parts(upTo) };
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
