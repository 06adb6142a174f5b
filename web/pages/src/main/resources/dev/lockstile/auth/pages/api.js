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
const list = document.getElementById('list');
fetch(list.dataset.document).then(answer => answer.json()).then(api => {
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const entry = part(list, 'details');
      entry.className = 'item';
      const head = part(entry, 'summary');
      part(head, 'b', method.toUpperCase());
      part(head, 'code', api.servers[0].url + path);
      if (operation.security) part(head, 'span', ' signed in');
      for (const p of operation.parameters || []) part(entry, 'p', p.in + ' parameter: ' + p.name);
      if (operation.requestBody) bodies(entry, 'Request', operation.requestBody.content);
      for (const [status, response] of Object.entries(operation.responses)) {
        if (response.content && status !== 'default') bodies(entry, status, response.content);
        else if (status !== 'default') block(entry, status, 'no body');
      }
    }
  }
});
