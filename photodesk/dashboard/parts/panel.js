// Draws a tree of nodes that Python made. Only the tags below exist, text is set with textContent,
// and a link leads to a page of the dashboard or, over http(s), out of it: nothing else.

const TAGS = new Set(["a", "code", "dd", "details", "div", "dl", "dt", "h2", "h3", "img", "li", "ol", "p", "span",
  "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul"])
const INSIDE = /^(review|photo|article|publish)(\?|$)/
const OUTSIDE = /^https?:\/\//i
const drawn = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root")
  const now = JSON.stringify(data.nodes)
  if (drawn.get(parentElement) !== now) {
    root.replaceChildren(...data.nodes.map(build))
    drawn.set(parentElement, now)
  }
  root.onclick = (event) => {
    const link = event.target.closest("a")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return
    event.preventDefault()
    setTriggerValue("go", link.getAttribute("href"))
  }
}

function build(node) {
  const made = document.createElement(TAGS.has(node.tag) ? node.tag : "span")
  if (node.look) made.className = node.look
  if (node.look === "icon") made.setAttribute("aria-hidden", "true")
  if (node.text) made.textContent = said(node.text)
  if (node.title) made.title = node.title
  if (node.lang) made.lang = node.lang
  if (node.tag === "a") lead(made, node.href)
  if (node.tag === "img") show(made, node)
  for (const kid of node.kids ?? []) made.append(build(kid))
  if (node.look?.startsWith("stage")) zoom(made)
  return made
}

function lead(link, href) {
  if (INSIDE.test(href)) link.href = href
  else if (OUTSIDE.test(href)) {
    link.href = href
    link.target = "_blank"
    link.rel = "noopener noreferrer nofollow"
  }
}

function show(image, node) {
  image.alt = node.alt
  image.width = node.width
  image.height = node.height
  image.decoding = "async"
  if (/^\/api\//.test(node.src)) image.src = node.src
}

function zoom(stage) {
  const image = stage.querySelector("img")
  if (!image) return
  stage.tabIndex = 0
  stage.setAttribute("role", "button")
  stage.setAttribute("aria-label", "The picture; press Z or Enter to see it at its own size")
  const turn = (event) => {
    const box = image.getBoundingClientRect()
    const x = event?.clientX ? (event.clientX - box.left) / box.width : 0.5
    const y = event?.clientY ? (event.clientY - box.top) / box.height : 0.5
    const full = stage.classList.toggle("full")
    if (full) {
      stage.scrollLeft = x * stage.scrollWidth - stage.clientWidth / 2
      stage.scrollTop = y * stage.scrollHeight - stage.clientHeight / 2
    }
  }
  image.onclick = turn
  stage.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key.toLowerCase() !== "z") return
    event.preventDefault()
    turn()
  }
}
