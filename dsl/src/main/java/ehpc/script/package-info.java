/**
 * Compiles and runs {@code .ehpc} scripts. Start at {@link ehpc.script.Scripts}:
 *
 * <pre>{@code
 * ScriptResult result = Scripts.compile(Path.of("deploy.ehpc")).over(ehpc).args(List.of("arg")).run();
 * result.runs().forEach(run -> run.forEach(node -> System.out.println(node.node() + ": " + node.output())));
 * }</pre>
 *
 * <p>A script is compiled completely before it runs: one {@link ehpc.script.ScriptException} lists all its errors with their lines, and
 * nothing is sent. An error of the service is the exception's cause.
 *
 * <p>A shell builds on {@link ehpc.script.InteractiveSession}, an editor on {@link ehpc.script.Inspection}; {@link ehpc.script.PlanRun}
 * applies plans.
 *
 * <p>The implementation is below {@code ehpc.script.internal}; each package depends only on those before it:
 *
 * <ul>
 * <li>{@code diagnostics}: texts, the names of compiled scripts, and the problems found;
 * <li>{@code words}: the words of the language, their required forms, and the names of values;
 * <li>{@code symbols}: the names and values of a session of a shell;
 * <li>{@code session}: how an entry reads earlier declarations and adds its own;
 * <li>{@code syntax}: the syntax tree before its types are known, with its statements, literals and the scopes of words;
 * <li>{@code typecheck}: the checks of words, names and operations for the type checker;
 * <li>{@code compile}: from a text to its classes, with the compiler's messages in the words of the language;
 * <li>{@code inspect}: the compiler's knowledge at one position of an unfinished text;
 * <li>{@code runtime}: the environment of a running script, and the reports of its failures; depends only on {@code diagnostics} and {@code words}.
 * </ul>
 */
package ehpc.script;
