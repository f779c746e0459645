// The page on a crew's phone: what is pressed goes into the outbox and is shown as pressed, also without a link; the part that the room
// changes is renewed when a change is heard, and asked for again and again while nothing is heard.
// For tests: #crew-state carries the status the center knows; the main element's data-expected the one that is meant.
import "./age.js";
import { live } from "./live.js";
import { renewParts } from "./live-parts.js";
import { t } from "./texts.js";
import { ageText } from "./time.js";
import { Tone } from "./tone.js";
import { Outbox } from "./unit-outbox.js";
import { PositionShare } from "./unit-position.js";

const silentMilliseconds = 6000;
const pollMilliseconds = 5000;
const shareOnSecondsKept = 14 * 3600;
const main = document.querySelector("main");
const [heard, unsent, answer, newTask, share, shareState, sound] =
  ["heard", "unsent", "answer", "new-task", "share", "share-state", "sound"].map(id => document.getElementById(id));
const steps = new Map(main.dataset.steps.split(";").map(row => row.split(":")).map(([status, verbs]) => [status, verbs.split(",")]));
const leads = { OnDuty: "Available", Available: "Available", EnRoute: "EnRoute", OnScene: "OnScene", OutOfService: "OutOfService", OffDuty: "OffDuty" };
const sharePlace = `bawaba-unit-share/${main.dataset.account}`;
const outbox = new Outbox(main.dataset.account, main.dataset.unit);
const position = new PositionShare(main.dataset.unit);
const tone = new Tone();
let answeredWith = { version: 0 };
let known = state().assignment;
let heardAt = Date.now();

// As the page was drawn, or as an answer since then says.
function state() {
  const { version, status, assignment, acknowledged } = document.getElementById("crew-state").dataset;
  return answeredWith.version > Number(version) ? answeredWith : { status, assignment: assignment || "", acknowledged: acknowledged === "yes" };
}

// What the unit will be once everything that waits has arrived.
function expected() {
  return outbox.waiting.reduce((unit, { verb }) => ({
    status: leads[verb] ?? unit.status,
    assignment: verb === "Available" || verb === "OutOfService" ? "" : unit.assignment,
    acknowledged: unit.acknowledged || verb === "Acknowledge" || verb === "EnRoute",
  }), state());
}

function show() {
  const unit = expected();
  const waiting = outbox.waiting;
  main.dataset.expected = unit.status;
  for (const button of document.querySelectorAll("[data-verb]")) {
    const { verb } = button.dataset;
    button.disabled = !steps.get(unit.status).includes(verb) || (verb === "Acknowledge" && unit.acknowledged);
    button.toggleAttribute("data-waiting", waiting.some(command => command.verb === verb));
    button.toggleAttribute("data-now", leads[verb] === unit.status && verb !== "OnDuty");
  }
  unsent.hidden = waiting.length === 0;
  unsent.textContent = waiting.length === 0 ? "" : t("crew.unsent", waiting.length);
  showShare(unit.status !== "OffDuty");
}

function showShare(onDuty) {
  share.disabled = !onDuty;
  if (!onDuty && (position.on || share.checked)) {
    share.checked = false;
    localStorage.removeItem(sharePlace);
    position.end();
  }
  shareState.dataset.state = position.state;
  shareState.textContent = t(`crew.share-${position.state}`);
}

function renewed() {
  heardAt = Date.now();
  const { assignment } = state();
  if (assignment && assignment !== known) {
    newTask.hidden = false;
    navigator.vibrate?.([300, 150, 300]);
    if (tone.running) {
      tone.ring();
    }
  } else if (!assignment) {
    newTask.hidden = true;
  }
  known = assignment;
  show();
}

function sayHeard() {
  const silence = Math.max(0, Date.now() - heardAt);
  const cut = silence > silentMilliseconds;
  heard.dataset.state = cut ? "cut" : "live";
  const text = t(cut ? "crew.cut" : "crew.heard", ageText(silence));
  if (heard.textContent !== text) {
    heard.textContent = text;
  }
}

function showSound() {
  sound.dataset.state = tone.running ? "on" : "blocked";
  sound.querySelector("button").textContent = t(tone.running ? "sound.on" : "sound.blocked");
}

const ask = renewParts(change => change.kind === "Unit", { leastMilliseconds: 400, renewed });

document.addEventListener("click", event => {
  const button = event.target.closest("button[data-verb]");
  if (button && !button.disabled) {
    answer.hidden = true;
    newTask.hidden = true;
    outbox.add(button.dataset.verb, expected().assignment);
  }
});
share.addEventListener("change", () => {
  if (share.checked) {
    localStorage.setItem(sharePlace, String(Date.now()));
    position.begin();
  } else {
    localStorage.removeItem(sharePlace);
    position.end();
  }
});
for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, async () => {
    if (!tone.running) {
      await tone.begin();
      showSound();
    }
  });
}
outbox.changed = show;
outbox.answered = (command, said) => {
  heardAt = Date.now();
  if (said) {
    answeredWith = { version: said.version, status: said.status, assignment: said.assignment ?? "", acknowledged: said.acknowledged === true };
  }
  if (said?.answer !== "Done") {
    answer.textContent = t(`command-answer.${said?.answer ?? "Refused"}`, t(`unit-verb.${command.verb}`));
    answer.hidden = false;
  }
  ask();
};
position.changed = show;
live.addEventListener("heard", () => { heardAt = Date.now(); });
live.start();
show();
showSound();
// A page that is opened again goes on sharing where it was switched on in this shift.
if (!share.disabled && Date.now() - Number(localStorage.getItem(sharePlace) ?? 0) < shareOnSecondsKept * 1000) {
  share.checked = true;
  position.begin();
}
outbox.send();
setInterval(sayHeard, 500);
setInterval(() => Date.now() - heardAt > silentMilliseconds && ask(), pollMilliseconds);
