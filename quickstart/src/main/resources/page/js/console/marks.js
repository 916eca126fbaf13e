// Draws outages on a chart over time: a band from the kill to the moment the part was ready again,
// and its name, in a row for each part so that names of parts never cover each other.

const ROWS = { broker: 0, connect: 1, spark: 2, trades: 3, trips: 4 };
const ROW_PIXELS = 12;

export function marks(moments, color) {
  return { hooks: { draw: [(plot) => draw(plot, moments, color)] } };
}

function draw(plot, moments, color) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  const { min, max } = plot.scales.x;
  const ends = {};
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = `600 ${10 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  const seen = moments.outages().filter((outage) => (outage.to ?? max) >= min && outage.from <= max);
  const place = (seconds) => Math.round(plot.valToPos(seconds, "x", true));
  for (const outage of seen) {
    const left = place(outage.from);
    const right = place(outage.to ?? max);
    ctx.globalAlpha = 0.13;
    ctx.fillStyle = color("mark");
    ctx.fillRect(left, bbox.top, Math.max(right - left, ratio), bbox.height);
    ctx.globalAlpha = 1;
    ctx.fillRect(left, bbox.top, 1.5 * ratio, bbox.height);
  }
  // Names last, so that no line crosses them.
  seen.forEach((outage) => name(ctx, outage, place(outage.from), bbox, ratio, color, ends));
  ctx.restore();
}

function name(ctx, outage, left, bbox, ratio, color, ends) {
  const row = ROWS[outage.part] ?? 0;
  const text = `✕ ${outage.name}`;
  const width = ctx.measureText(text).width + 6 * ratio;
  // Near the right border the name stands before its line; that of a line out of sight at the left border.
  const right = bbox.left + bbox.width;
  const x = Math.max(bbox.left, left + width > right ? left - width : left);
  if (x < (ends[row] ?? 0)) {
    return;
  }
  ends[row] = x + width;
  const y = bbox.top + row * ROW_PIXELS * ratio;
  ctx.fillStyle = color("card");
  ctx.globalAlpha = 0.85;
  ctx.fillRect(x, y, width, ROW_PIXELS * ratio);
  ctx.globalAlpha = 1;
  ctx.fillStyle = color("mark");
  ctx.fillText(text, x + 4 * ratio, y + 1 * ratio);
}
