/**
 * Compiles and runs {@code .ehpc} scripts. Start at {@link ehpc.script.Scripts}:
 *
 * <pre>{@code
 * ScriptResult result = Scripts.compile(Path.of("deploy.ehpc")).over(ehpc).args(List.of("arg")).run();
 * result.runs().forEach(run -> run.forEach(node -> System.out.println(node.node() + ": " + node.output())));
 * }</pre>
 *
 * <p>A script is compiled wholly before it runs: everything wrong with it is one {@link
 * ehpc.script.ScriptException}, and nothing has been sent then. What a person got wrong is told with its line; what the service
 * said is the exception's cause.
 *
 * <p>A shell stands on {@link ehpc.script.InteractiveSession}, an editor on {@link ehpc.script.Inspection}, and whoever carries out
 * plans on {@link ehpc.script.PlanRun}.
 *
 * <p>What it is made of lies below {@code ehpc.script.internal}, each package standing on those before it:
 *
 * <ul>
 *   <li>{@code source}: texts, how compiled scripts are called, and what is found wrong in them;
 *   <li>{@code words}: the words of the language, the forms that they need, and the names that values have;
 *   <li>{@code memory}: what a session of a shell remembers, its names and their values;
 *   <li>{@code entry}: how an entry sees what earlier ones left, and leaves what it declares;
 *   <li>{@code read}: the syntax tree before its types are known, with its sentences, literals and the places of words;
 *   <li>{@code check}: what the type checker asks about words, names and operations;
 *   <li>{@code compile}: from a text to its classes, with the compiler's messages in the words of the language;
 *   <li>{@code inspect}: what is known at one place of a text that is being written;
 *   <li>{@code run}: what a running script stands on, and how its failures are told; it knows only {@code source} and {@code words}.
 * </ul>
 */
package ehpc.script;
