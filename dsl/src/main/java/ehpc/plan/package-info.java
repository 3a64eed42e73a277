/**
 * What a script would do, before it is done. Start at {@link ehpc.plan.Plan}: it lists each call that would be sent, with its effect, can
 * be kept as JSON and read back. {@link ehpc.plan.Planner} records the effects of a script in place of them; {@link ehpc.plan.Drift} finds what has become different since. {@link ehpc.plan.Gate} shows steps one by one while a script runs, each before
 * it is sent. {@code ehpc.script} makes plans of scripts and carries them
 * out.
 */
package ehpc.plan;
