// Looks words up in the files beside this one; each is loaded when it is first needed.
'use strict';
const polylogueWords = self.polylogueWords = [];
const polyloguePages = self.polyloguePages = [];
(() => {
  const find = document.getElementById('find');
  const box = document.getElementById('words');
  const said = document.getElementById('said');
  const list = document.getElementById('found');
  const shards = Number(find.dataset.shards);
  const part = Number(find.dataset.part);
  const SHOWN = 50;
  const loads = new Map();
  const load = (file) => {
    if (!loads.has(file)) {
      loads.set(file, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = `search/${file}.js`;
        script.onload = done;
        script.onerror = failed;
        document.head.append(script);
      }));
    }
    return loads.get(file);
  };
  const LETTERS = { 'ı': 'i', 'ß': 'ss', 'ς': 'σ', 'ё': 'е', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'æ': 'ae', 'œ': 'oe' };
  const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+/gu;
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3134f}]+/gu;
  // The same folding as the index was made with.
  const fold = (text) => {
    text = text.normalize('NFKC').toLowerCase().replace(/[ıßςёøłđæœ]/g, (it) => LETTERS[it]);
    return text.normalize('NFD').replace(MARKED, '$1').normalize('NFC').replace(/[\u0640\u200b-\u200f\u00ad]/g, '');
  };
  const terms = (text) => {
    const pairs = [];
    const rest = fold(text).replace(UNSPACED, (run) => {
      const all = [...run];
      if (all.length === 1) pairs.push(all[0]);
      for (let at = 0; at + 1 < all.length; at += 1) pairs.push(all[at] + all[at + 1]);
      return ' ';
    });
    return [...pairs, ...(rest.match(/[\p{L}\p{N}\p{M}]+/gu) || [])].slice(0, 12);
  };
  const shardOf = (term) => (term.charCodeAt(0) * 31 + (term.charCodeAt(1) || 0)) % shards;
  // Pages on which a word stands, or one that begins so.
  const pagesOf = async (term) => {
    const number = shardOf(term);
    await load(`words-${number}`);
    const words = polylogueWords[number];
    const found = new Set();
    for (const word of Object.keys(words)) {
      if (word !== term && !(term.length > 1 && word.startsWith(term))) continue;
      let page = 0;
      for (const step of words[word].split(' ')) {
        page += parseInt(step, 36);
        found.add(page);
      }
    }
    return found;
  };
  let asked = 0;
  const search = async () => {
    const now = asked += 1;
    const wanted = terms(box.value);
    let pages = [];
    if (wanted.length) {
      const all = await Promise.all(wanted.map(pagesOf));
      pages = [...all[0]].filter((page) => all.every((it) => it.has(page))).sort((a, b) => a - b);
    }
    const shown = pages.slice(0, SHOWN);
    await Promise.all(shown.map((page) => load(`pages-${Math.floor(page / part)}`)));
    if (now !== asked) return;
    list.replaceChildren(...shown.map((page) => {
      const [address, title] = polyloguePages[Math.floor(page / part)][page % part];
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = address;
      link.dir = 'auto';
      link.textContent = title;
      item.append(link);
      return item;
    }));
    if (!wanted.length) said.textContent = '';
    else if (!pages.length) said.textContent = find.dataset.none;
    else said.textContent = `${pages.length > SHOWN ? find.dataset.many : find.dataset.found} ${pages.length}`;
  };
  document.getElementById('unscripted').hidden = true;
  find.hidden = false;
  box.addEventListener('input', search);
  const given = new URLSearchParams(location.search).get('words');
  if (given) box.value = given;
  if (box.value) search();
})();
