/**
 * Plans: the changes that a script would make. Start at {@link ehpc.plan.Plan}: it lists each mutating call with its effect, and can be
 * saved as JSON and read back. {@link ehpc.plan.Planner} records the effects of a script instead of performing them;
 * {@link ehpc.plan.Drift} finds later differences. {@link ehpc.plan.ApprovalGate} requires approval for each step of a running script.
 * {@code ehpc.script} creates and applies plans.
 */
package ehpc.plan;
