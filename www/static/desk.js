/* Makes the desk quicker; every page works without it. No markup is ever made from text here: only textContent and links that stand in the page. */
'use strict';
(() => {
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const typing = (el) => el.closest('input, textarea, select, [contenteditable]');

  /* j and k move the mark; the row's first link gets the focus, so that enter opens it. */
  function move(step) {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((r) => r.classList.contains('here'));
    const next = all[Math.min(Math.max(now < 0 ? 0 : now + step, 0), all.length - 1)];
    all.forEach((r) => r.classList.toggle('here', r === next));
    const link = next.querySelector('a');
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  /* f and v: the form on this page, or the one of the marked row's page. */
  function act(name) {
    const here = document.getElementById(name);
    if (here) {
      const box = here.closest('details');
      if (box) box.open = true;
      const field = here.querySelector('select, textarea, input:not([type=hidden])');
      (field || here).focus();
      return;
    }
    const row = document.querySelector('[data-row].here') || rows()[0];
    const link = row && row.querySelector('a');
    if (link) location.href = link.href.split('#')[0] + '#' + name;
  }

  function help() {
    const keys = document.getElementById('keys');
    keys.open = !keys.open;
    if (keys.open) keys.querySelector('summary').focus();
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    f: () => act('flag'),
    v: () => act('verdict'),
    '/': () => document.querySelector('.find input').focus(),
    '?': help,
  };
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || !keys[e.key]) return;
    e.preventDefault();
    keys[e.key]();
  });
  /* A page that was opened by f or v: straight to the form. */
  if (location.hash === '#flag' || location.hash === '#verdict') act(location.hash.slice(1));

  /* Progress of jobs: asks every second while one is under way, and puts the words of the answer in place. */
  const progress = document.querySelector('[data-progress]');
  async function poll() {
    const answer = await fetch(progress.dataset.progress, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer || !answer.ok) return setTimeout(poll, 5000);
    const { jobs, open } = await answer.json();
    for (const job of jobs) {
      const row = document.getElementById('job-' + job.id);
      if (!row || row.dataset.state === job.state) continue;
      /* The finished row has links the script can't know: the page itself is asked for them. */
      if (job.final) return location.reload();
      row.dataset.state = job.state;
      row.querySelector('.state').textContent = job.words;
    }
    if (open) setTimeout(poll, 1000);
  }
  if (progress && progress.dataset.open !== '0') setTimeout(poll, 500);

  /* Selected text of an article goes into the form for a missed claim. */
  const text = document.querySelector('[data-text]');
  const quote = document.querySelector('[data-quote]');
  if (text && quote) {
    document.addEventListener('selectionchange', () => {
      const s = document.getSelection();
      if (!s.rangeCount || s.isCollapsed || !text.contains(s.anchorNode) || !text.contains(s.focusNode)) return;
      quote.value = s.toString().trim();
      const box = quote.closest('details');
      if (box) box.open = true;
    });
  }
})();
