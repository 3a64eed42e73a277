package ehpc.repl;

import ehpc.connect.ConnectionOptions;
import ehpc.local.LocalOptions;
import ehpc.repl.internal.shell.command.StandardCommands;
import ehpc.repl.internal.shell.line.ShellTraining;

/**
 * A training run of the launcher to find the classes that ehpc loads: a shell with simulated input, then the command line. Needs no
 * terminal.
 */
public final class CdsTraining {

    private CdsTraining() {}

    /** Runs the training, and ends the JVM with the exit code of the command line. */
    public static void main(String[] args) {
        ShellTraining.run(ConnectionOptions.defaults().local(LocalOptions.defaults()), StandardCommands.all());
        Main.main(args);
    }
}
