// Talks to the launcher: the state at first, then every event after it, across lost connections.

const AGAIN_MILLIS = 1500;
const EVENTS = ["message", "deleted", "channel", "score", "status", "measures", "part", "markets", "trips"];

const send = (address, body) =>
  fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export async function post(channelId, text) {
  const answer = await send("api/messages", { channelId, text });
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
}

/** Kills a part of the demo; false if it is not up. */
export async function kill(part) {
  const answer = await send("api/kill", { part });
  if (!answer.ok && answer.status !== 409) {
    throw new Error(`HTTP ${answer.status}`);
  }
  return answer.ok;
}

/** Everything that was measured; undefined while nothing is. */
export async function measures() {
  const answer = await fetch("api/measures");
  return answer.status === 200 ? answer.json() : undefined;
}

/** Everything about markets; undefined while nothing is known. */
export async function marketsNow() {
  const answer = await fetch("api/markets");
  return answer.status === 200 ? answer.json() : undefined;
}

/** Everything about trips; undefined while nothing is known. */
export async function tripsNow() {
  const answer = await fetch("api/trips");
  return answer.status === 200 ? answer.json() : undefined;
}

/**
 * Follows the workspace.
 * @param on {load(workspace), event(type, data), connected(boolean)}
 */
export function follow(on) {
  const again = () => setTimeout(begin, AGAIN_MILLIS);

  async function begin() {
    let workspace;
    try {
      const answer = await fetch("api/workspace");
      workspace = answer.ok ? await answer.json() : undefined;
    } catch {
      // The launcher is away; asked again below.
    }
    if (!workspace) {
      on.connected(false);
      again();
      return;
    }
    on.load(workspace);
    listen(workspace.position);
  }

  function listen(position) {
    const source = new EventSource(`api/events?after=${encodeURIComponent(position)}`);
    source.onopen = () => on.connected(true);
    source.onerror = () => {
      on.connected(false);
      if (source.readyState === EventSource.CLOSED) {
        again();
      }
    };
    for (const type of EVENTS) {
      source.addEventListener(type, (event) => on.event(type, JSON.parse(event.data)));
    }
    source.addEventListener("reset", () => {
      source.close();
      begin();
    });
  }

  begin();
}
