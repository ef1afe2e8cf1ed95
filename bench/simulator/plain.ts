/**
 * The plain baseline: the same number of members and days with the reward's arithmetic written down as
 * floating point numbers in one loop. No rules as data, no exact sums, no streaks over missed days.
 * Gives actions done.
 */
export function plainLoop(members: number, days: number, seed: number): number {
  const balances = new Float64Array(members);
  const streaks = new Int16Array(members);
  let state = seed;
  let actions = 0;
  for (let day = 0; day < days; day += 1) {
    for (let member = 0; member < members; member += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      if (state > 1_932_735_283) {
        streaks[member] = 0;
        continue;
      }
      const streak = (streaks[member] ?? 0) + 1;
      streaks[member] = streak;
      for (let done = 0; done < 3; done += 1) {
        const balance = balances[member] ?? 0;
        const base = balance > 1000 ? 50 : 100;
        balances[member] = balance + base + (done === 0 ? Math.min(streak, 50) : 0);
        actions += 1;
      }
    }
  }
  return actions;
}
