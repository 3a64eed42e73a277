package ehpc.repl;

import ehpc.repl.internal.terminal.Console;
import picocli.CommandLine;

/**
 * A call of ehpc, with the part that all commands share.
 *
 * @param console the streams of results and messages
 * @param options the common options
 * @param words the words of the command line
 * @param commands all commands, for help
 */
record Invocation(Console console, Options options, RawArguments words, CommandLine commands) {

    /** Returns whether a question has someone at a terminal to answer it, and may be asked. */
    boolean canAsk() {
        return options.input() && console.terminals().input();
    }
}
