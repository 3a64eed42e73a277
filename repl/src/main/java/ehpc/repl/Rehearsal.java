package ehpc.repl;

import ehpc.connect.ConnectionOptions;
import ehpc.local.LocalOptions;
import ehpc.repl.internal.shell.command.StandardCommands;
import ehpc.repl.internal.shell.line.ShellRehearsal;

/**
 * What the launcher runs once, to learn which classes ehpc loads: a shell in which somebody types, then what the command line says. Needs
 * no terminal.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Rehearses, and ends the JVM with the exit code of the command line. */
    public static void main(String[] args) {
        ShellRehearsal.run(ConnectionOptions.defaults().local(LocalOptions.defaults()), StandardCommands.all());
        Main.main(args);
    }
}
