// Which changes of units are steps and not only newer places: trackers bring places all day long, and a page that is drawn again for each
// would do nothing else. Used by pages that show units beside other things.
const versions = new Map();

/** True at a unit's first change and at each of its steps; false for a newer place, which leaves the version. */
export function isUnitStep(change) {
  const isStep = change.kind === "Unit" && versions.get(change.subject) !== change.version;
  if (isStep) {
    versions.set(change.subject, change.version);
  }
  return isStep;
}
