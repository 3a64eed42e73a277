/**
 * The shell without its terminal: the loop, the state of entries, and the output of their values. Its caller passes the input from
 * {@code line}, the only package that uses the terminal library, and the commands from {@code command}; neither uses the other.
 */
package ehpc.repl.internal.shell;
