package ehpc.repl;

import ehpc.connect.Connection;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.repl.internal.connect.PendingConnection;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.CompiledScript;
import ehpc.script.ScriptResult;
import ehpc.script.ScriptRun;
import java.util.Optional;

/** Plans scripts on the account of the command line. */
final class Planning {

    private final Invocation invocation;
    private final Console console;

    Planning(Invocation invocation) {
        this.invocation = invocation;
        this.console = invocation.console();
    }

    /** Returns the service of the command line. */
    static PlanPlace place(Options options) {
        return new PlanPlace(options.endpoint(), options.local());
    }

    /**
     * Plans a script.
     *
     * @param effects whether the script may have side effects
     */
    Plan plan(ScriptChoice choice, boolean effects) {
        ScriptSource source = choice.source(invocation);
        Options options = invocation.options();
        if (console.terminals().own()) {
            System.setOut(console.err()); // a script may print directly, without the words of the language
        }
        try (PendingConnection opening = PendingConnection.start(
                Connecting.announced(options, console), Connecting.decorator(options, console))) {
            CompiledScript script = source.compiled(console.env());
            Optional<CompiledScript> placed = choice.file().map(script::in);
            Connection connection = opening.connection();
            ScriptRun<ScriptResult> run = placed.orElse(script)
                    .over(connection.ehpc())
                    .args(choice.args())
                    .environment(console.env())
                    .secrets(console.secrets()::add)
                    .marked(options.marks());
            return (effects ? run.allowEffects() : run).plan(place(options));
        }
    }
}
