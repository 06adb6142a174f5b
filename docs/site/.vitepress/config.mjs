import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const docs = fileURLToPath(new URL('../..', import.meta.url))
const repository = 'https://github.com/lockstile/lockstile/blob/main/'

const read = page => readFileSync(join(docs, page), 'utf8')
const title = page => /^# (.+)$/m.exec(read(page))[1].replaceAll('`', '')

/** The sections of the index, each with the pages that its lines begin with. */
function navigation() {
  const listed = new Set()
  return read('README.md').split(/^## /m).slice(1).map(section => {
    const rows = section.split('\n').filter(line => line.startsWith('- ['))
    const pages = rows.flatMap(row => [...row.split(': ')[0].matchAll(/\]\(([\w-]+\.md)\)/g)].map(link => link[1]))
    const items = pages.filter(page => !listed.has(page) && listed.add(page))
      .map(page => ({ text: title(page), link: '/' + page.replace(/\.md$/, '') }))
    return { text: section.split('\n')[0], collapsed: false, items }
  }).filter(section => section.items.length > 0)
}

/** Anchors as GitHub makes them, so that one link serves both. */
const slug = heading => heading.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')

/** Files outside of docs are shown in the repository; a page names sections that are there. */
function links(md) {
  // braces in code are text, and no expression of the page
  md.renderer.rules.code_inline = (tokens, at) => `<code v-pre>${md.utils.escapeHtml(tokens[at].content)}</code>`
  md.core.ruler.push('repository', state => {
    for (const token of state.tokens.flatMap(block => block.children ?? [])) {
      const target = token.type === 'link_open' ? token.attrGet('href') : null
      if (target?.startsWith('../')) {
        token.attrSet('href', repository + normalize(join('docs', target)))
      } else if (target && !target.includes(':')) {
        check(target, state.env.relativePath ?? 'README.md')
      }
    }
  })
}

function check(target, from) {
  const [page, anchor] = target.split('#')
  const file = page ? normalize(join(dirname(from), page)) : from.replace(/^index\.md$/, 'README.md')
  if (!existsSync(join(docs, file))) {
    throw new Error(`${from} links to ${target}, which is not there`)
  }
  const headings = [...read(file).matchAll(/^#{1,4} (.+)$/gm)].map(heading => slug(heading[1]))
  if (anchor && !headings.includes(decodeURIComponent(anchor))) {
    throw new Error(`${from} links to ${target}, a section that is not there`)
  }
}

/** The pages lie above the folder with the packages, so what they import is looked for from here. */
const packages = {
  name: 'packages-of-the-site',
  enforce: 'pre',
  resolveId(id, importer, options) {
    const ours = /^vue($|\/)/.test(id) && !importer?.includes('node_modules')
    return ours ? this.resolve(id, join(docs, 'site/package.json'), { skipSelf: true, ...options }) : null
  }
}

export default defineConfig({
  title: 'Lockstile',
  description: 'Embeddable authentication for Java',
  srcDir: '..',
  srcExclude: ['site/**'],
  outDir: './target',
  cacheDir: './node_modules/.cache',
  rewrites: { 'README.md': 'index.md' },
  markdown: { anchor: { slugify: slug }, config: links },
  vite: { publicDir: false, plugins: [packages] },
  themeConfig: {
    outline: [2, 3],
    sidebar: navigation(),
    search: { provider: 'local', options: { detailedView: true } },
    socialLinks: [{ icon: 'github', link: 'https://github.com/lockstile/lockstile' }]
  }
})
