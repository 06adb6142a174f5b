function part(parent, tag, text) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}
function block(parent, title, body) {
  part(parent, 'h3', title);
  part(parent, 'pre', body);
}
function bodies(parent, title, content) {
  for (const [type, body] of Object.entries(content)) {
    block(parent, type === 'application/json' ? title : title + ' ' + type, JSON.stringify(body.schema, null, 2));
  }
}
// A path breaks behind its slashes alone.
function broken(code, path) {
  for (const step of path.split(/(?<=\/)/)) code.append(step, document.createElement('wbr'));
}
const list = document.getElementById('list');
const groups = new Map();
function group(name) {
  if (!groups.has(name)) {
    const card = part(list, 'section');
    card.className = 'card';
    part(card, 'h2', name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, ' '));
    groups.set(name, card);
  }
  return groups.get(name);
}
fetch(list.dataset.document).then(answer => answer.json()).then(api => {
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const entry = part(group(operation.tags?.[0] ?? path.split('/')[1]), 'details');
      entry.className = 'item';
      const head = part(entry, 'summary');
      part(head, 'b', method.toUpperCase()).className = method === 'get' ? 'tag method' : 'tag good method';
      broken(part(head, 'code'), api.servers[0].url + path);
      if (operation.security) part(head, 'span', list.dataset.signed).className = 'tag';
      for (const p of operation.parameters || []) part(entry, 'p', p.in + ' parameter: ' + p.name);
      if (operation.requestBody) bodies(entry, 'Request', operation.requestBody.content);
      for (const [status, response] of Object.entries(operation.responses)) {
        if (response.content && status !== 'default') bodies(entry, status, response.content);
        else if (status !== 'default') block(entry, status, 'no body');
      }
    }
  }
});
