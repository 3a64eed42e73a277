/**
 * Compiles and runs {@code .ehpc} scripts. Start at {@link ehpc.script.Scripts}:
 *
 * <pre>{@code
 * ScriptResult result = Scripts.compile(Path.of("deploy.ehpc")).over(ehpc).args(List.of("arg")).run();
 * result.runs().forEach(run -> run.forEach(node -> System.out.println(node.node() + ": " + node.output())));
 * }</pre>
 *
 * <p>A script is compiled statically and wholly before it runs: everything wrong with it is one {@link
 * ehpc.script.ScriptException}, and nothing has been sent then. What a person got wrong is told with its line; what the service
 * said is the exception's cause.
 */
package ehpc.script;
