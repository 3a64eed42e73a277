package ehpc.repl;

import ehpc.repl.internal.terminal.Console;
import picocli.CommandLine;

/**
 * One call of ehpc, read as far as all commands have it in common.
 *
 * @param console where results and messages go
 * @param options the options that every command takes
 * @param words the words of the command line
 * @param commands all commands, for help
 */
record Invocation(Console console, Options options, RawArguments words, CommandLine commands) {}
