// Makes elements. Text always becomes a text node: nothing that is said can become markup.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") {
      made.className = value;
    } else if (name.includes("-") || name === "role") {
      made.setAttribute(name, value);
    } else {
      made[name] = value;
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Changes a text only where it differs: a screen reader is told of nothing else. */
export function set(drawn, text) {
  if (drawn.textContent !== text) {
    drawn.textContent = text;
  }
}
