// What a page does beyond what it does without this file: it follows changes, takes words for an
// answer, and knows keys. Nothing is drawn from text: other wordings of the page are parsed by the
// browser as documents, and their nodes are taken over.
(() => {
  'use strict';
  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const box = (node) => node.getBoundingClientRect();
  const on = (what, act) => document.addEventListener(what, act);
  const live = one('#live');
  if (!live) return;
  const words = live.dataset;
  const say = (...what) => live.replaceChildren(...what);

  // Times of today and yesterday by the reader's own clock; without this file they are UTC, and say so.
  const tell = (page) => all('time.at', page).forEach((it) => {
    const { lang } = document.documentElement;
    const then = new Date(it.dateTime);
    const days = Math.round((new Date(then).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 864e5);
    it.title = it.textContent;
    it.textContent = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day') + ' ' +
      then.toLocaleTimeString(lang, { timeStyle: 'short' });
  });
  tell(document);

  // --- A page that follows changes ---

  const isChanged = (field) =>
    field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
      : field.options ? [...field.options].some((it) => it.selected !== it.defaultSelected) &&
          !([...field.options].every((it) => !it.defaultSelected) && field.selectedIndex < 1)
        : field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue;
  const isAtWork = (node) => node.nodeType === 1 && (node.contains(document.activeElement) ||
    all('form', node).concat(node.matches('form') ? node : [])
      .some((form) => [...form.elements].some(isChanged)));

  // What tells a node from its neighbours: its own address, or in a list where it leads first.
  const keyOf = (node) => node.nodeType !== 1 ? '' : node.id ||
    (/^(LI|TR|ARTICLE)$/.test(node.tagName) && one('a[href]', node)?.getAttribute('href')) || '';

  // Makes `old` what `next` is, and keeps every node that stays: focus, selection, what is folded
  // out and what is being written are then where they were.
  const follow = (old, next, added) => {
    if (old.isEqualNode(next) || old === live || old.tagName === 'DIALOG') return;
    if (old.nodeType !== 1) {
      old.data = next.data;
      return;
    }
    if (old.tagName === 'FORM' && isAtWork(old)) return;
    for (const { name } of [...old.attributes])
      if (!next.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
    for (const { name, value } of next.attributes)
      if (name !== 'open') old.setAttribute(name, value);
    const wanted = new Set([...next.childNodes].map(keyOf));
    const here = new Map();
    for (const node of [...old.childNodes]) {
      const key = keyOf(node);
      if (key && !wanted.has(key) && !isAtWork(node)) node.remove();
      else if (key && !here.has(key)) here.set(key, node);
    }
    let at = old.firstChild;
    for (const node of next.childNodes) {
      const key = keyOf(node);
      const same = key ? here.get(key)
        : at && !keyOf(at) && at.nodeName === node.nodeName ? at : null;
      here.delete(key);
      if (!same || same.nodeName !== node.nodeName) {
        const copy = document.importNode(node, true);
        old.insertBefore(copy, at);
        if (copy.id) added.push(copy);
        continue;
      }
      if (same !== at && !isAtWork(same)) old.insertBefore(same, at);
      if (same === at) at = at.nextSibling;
      follow(same, node, added);
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      if (!isAtWork(gone)) gone.remove();
    }
  };

  // Names what came, each with a link; said politely, and kept until something else comes.
  const announce = (added) => {
    const links = added.filter((it) => /^(LI|ARTICLE|TR)$/.test(it.tagName)).slice(0, 5).map((it) => {
      const link = document.createElement('a');
      const named = one('h2, h3', it) || one('a', it) || it;
      const number = one('.turn-n', it)?.textContent.trim();
      const name = named.cloneNode(true);
      one('.what', name)?.remove();
      link.href = '#' + it.id;
      link.textContent = [number, name.textContent.trim().slice(0, 80)].filter(Boolean).join(' ');
      return link;
    });
    if (links.length) say(words.new, ...links.flatMap((it) => [' ', it]));
  };

  const become = (next) => {
    const seen = [document.activeElement, ...all('main [id],main p,main li')];
    const stay = scrollY > 0 && seen.find((it) => it !== document.body && box(it).bottom > 0 && box(it).top < innerHeight);
    const before = stay && box(stay).top;
    const added = [];
    document.title = next.title;
    tell(next);
    follow(document.body, next.body, added);
    announce(added);
    if (stay?.isConnected) scrollBy({ top: box(stay).top - before, behavior: 'instant' });
    take();
  };

  let version = words.version;
  let isAsking = false;
  let isBehind = false;
  const catchUp = () => {
    isBehind = isAsking;
    if (isAsking) return;
    isAsking = true;
    const request = new XMLHttpRequest();
    request.open('GET', location.pathname + location.search);
    request.responseType = 'document';
    request.onloadend = () => {
      if (request.status === 200 && request.response?.body) become(request.response);
      setTimeout(() => {
        isAsking = false;
        if (isBehind) catchUp();
      }, 150);
    };
    request.send();
  };

  let stream = null;
  let later;
  const rest = () => {
    clearTimeout(later);
    stream?.close();
    stream = null;
  };
  const listen = () => {
    rest();
    if (!words.stream || document.hidden) return;
    stream = new EventSource(words.stream);
    stream.onmessage = (event) => {
      clearTimeout(later);
      if (live.firstChild?.data === words.lost) say();
      if (event.data !== version && event.data.split(' ')[0] !== version) catchUp();
      version = event.data;
    };
    stream.onerror = () => {
      const isOver = stream?.readyState === 2;
      clearTimeout(later);
      later = setTimeout(() => {
        say(words.lost);
        if (isOver) later = setTimeout(listen, 10000);
      }, 2000);
    };
  };
  if (words.stream) {
    document.documentElement.style.overflowAnchor = 'none';
    on('visibilitychange', () => document.hidden ? rest() : listen());
    addEventListener('pagehide', rest);
    addEventListener('pageshow', listen);
  }

  // --- Words taken for an answer, a remark, a claim ---

  // The words of a turn that are selected, without its numbers, letters and notes.
  const taken = (range, turn) => all('.para > div', turn).map((prose) => {
    const part = document.createRange();
    part.selectNodeContents(prose);
    if (!range.intersectsNode(prose)) return '';
    if (part.comparePoint(range.startContainer, range.startOffset) === 0)
      part.setStart(range.startContainer, range.startOffset);
    if (part.comparePoint(range.endContainer, range.endOffset) === 0)
      part.setEnd(range.endContainer, range.endOffset);
    const copy = part.cloneContents();
    all('.take,.key,.quoted,cite', copy).forEach((it) => it.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  }).filter(Boolean).join(' ');

  const plain = new WeakMap();
  let shown = null;
  const take = () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
    const from = range && range.startContainer;
    const paragraph = from && (from.closest ? from : from.parentElement)?.closest('.para');
    const links = paragraph && one('.take', paragraph);
    const quote = links ? taken(range, paragraph.closest('.turn')) : '';
    shown?.classList.remove('on');
    shown = quote ? links : null;
    if (!links) return;
    links.classList.toggle('on', !!quote);
    for (const link of all('a', links)) {
      if (!plain.has(link)) plain.set(link, link.href);
      const there = new URL(plain.get(link));
      if (quote) there.searchParams.set('quote', quote.slice(0, 2000));
      link.href = there;
    }
    return quote;
  };
  let soon;
  on('selectionchange', () => {
    clearTimeout(soon);
    soon = setTimeout(take, 120);
  });

  // From the number of a paragraph, arrows take its words one by one.
  const takeByKey = (event) => {
    const paragraph = event.target.closest?.('.para > .a')?.parentElement;
    const prose = paragraph && one(':scope > div', paragraph);
    if (!prose || !/^Arrow(Left|Right)$/.test(event.key)) return false;
    const selection = getSelection();
    if (!prose.contains(selection.anchorNode)) selection.collapse(prose.firstElementChild || prose, 0);
    selection.modify(event.shiftKey ? 'extend' : 'move', event.key.slice(5).toLowerCase(), 'word');
    if (event.shiftKey) {
      say(words.words + ' ', document.createElement('q'));
      live.lastChild.textContent = take() || '';
    }
    return true;
  };

  // --- Drafts, kept by the peer and by nothing else ---

  const dues = new Map();
  const saves = new Map();
  const stopDue = (form) => {
    clearTimeout(dues.get(form));
    dues.delete(form);
  };
  const due = (form, after) => {
    stopDue(form);
    dues.set(form, setTimeout(keep, after, form));
  };
  const keep = (form, isLast) => {
    // One save at a time, or an earlier one might arrive last.
    if (saves.has(form) && !isLast) return due(form, 200);
    stopDue(form);
    const button = one('button[name=draft]', form);
    const body = new URLSearchParams(new FormData(form));
    body.set('draft', button.value);
    const sent = fetch(button.formAction, { method: 'POST', body, redirect: 'manual', keepalive: isLast });
    saves.set(form, sent.then((it) => it.ok || it.type === 'opaqueredirect', () => false).then((isKept) => {
      saves.delete(form);
      if (isLast) return;
      if (!isKept) due(form, 5000);
      // Said below the form; only what is new is said aloud.
      let note = one('.kept', form);
      if (!note) {
        note = document.createElement('p');
        note.className = 'hint kept';
        note.setAttribute('role', 'status');
        button.parentElement.after(note);
      }
      const text = isKept ? words.kept : words.unkept;
      if (note.textContent !== text) note.textContent = text;
    }));
  };
  on('input', ({ target }) => {
    if (target.form && one('button[name=draft]', target.form)) due(target.form, 700);
  });
  // What is published waits for a save under way, which would else bring the draft back.
  on('submit', (event) => {
    const { target, submitter } = event;
    stopDue(target);
    if (!saves.has(target)) return;
    event.preventDefault();
    saves.get(target).then(() => target.requestSubmit(submitter));
  });
  addEventListener('pagehide', () => dues.forEach((_, form) => keep(form, true)));

  // --- Keys ---

  const help = one('#keys');
  const isOn = () => {
    try {
      return localStorage.getItem('keys') !== 'off';
    } catch {
      return true;
    }
  };
  if (help) {
    const setting = one('input', help);
    setting.checked = isOn();
    setting.addEventListener('change', () => localStorage.setItem('keys', setting.checked ? 'on' : 'off'));
    const open = one('#keys-open');
    if (open) {
      open.parentElement.hidden = false;
      open.addEventListener('click', () => help.showModal());
    }
  }
  const press = (query) => () => {
    const button = one(query);
    button?.click();
    return button;
  };
  const focus = (query) => () => {
    const field = one(query);
    field?.focus();
    return field;
  };
  // A way to go with the passage at hand: where the focus is, whose words are taken, or that an
  // address led to.
  const from = (way) => () => {
    const passage = one('.para:focus-within') || shown?.closest('.para') || one('.para:target');
    const link = passage && one('.take a[href*="' + way + '"]', passage);
    link?.click();
    return link;
  };
  const step = (by) => () => {
    const turns = all('.turn-n a');
    const stops = turns.length ? turns : all('main li a:first-of-type');
    const now = stops.indexOf(document.activeElement);
    const next = now >= 0 ? now + by : Math.max(0, stops.findIndex((it) => box(it).top > 8) - (by < 0));
    stops[next]?.focus();
    stops[next]?.scrollIntoView({ block: 'start' });
    return stops[next];
  };
  // In a picture, arrows go from dot to dot.
  const dot = ({ key, target }) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    const dots = by && target.closest?.('.big a') ? all('a', target.closest('.big')) : [];
    const next = dots[dots.indexOf(target) + by];
    next?.focus();
    return next;
  };
  const keys = {
    '?': () => help?.showModal() ?? help,
    '/': () => focus('main [role=search] input')() || press('.contents a[href$="/search"]')(),
    j: step(1),
    k: step(-1),
    r: () => focus(':target textarea')() || focus('#answer textarea,#reply textarea,#mark summary')(),
    // Once there, the way to say that the words are a move on something else.
    m: () => from('/moves/on/')() || focus('#itself summary')(),
    l: from('#lift'),
    a: press('.votes [value=agree]'),
    d: press('.votes [value=disagree]'),
    p: press('.votes [value=pass]'),
    // A vote is taken back at once; words are only after a look at what that means.
    u: () => press('.undo button')() || focus('.told form button')(),
  };
  on('keydown', (event) => {
    const { target } = event;
    const isHeld = event.ctrlKey || event.metaKey;
    const send = isHeld && event.key === 'Enter' && target.form && one('[type=submit]:not([name])', target.form);
    if (send) {
      event.preventDefault();
      send.click();
    }
    if (isHeld || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (target.closest?.('dialog, select, textarea, [contenteditable], input:not([type=radio], [type=checkbox])')) return;
    if (takeByKey(event) || dot(event) || (isOn() && keys[event.key]?.())) event.preventDefault();
  });
})();
