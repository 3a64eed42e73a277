/**
 * The shell without its terminal: the loop, what entries stand on and how their values are shown. What reads its lines is handed in
 * from {@code line}, the one package that knows the terminal library, and its commands from {@code command}; neither knows the other.
 */
package ehpc.repl.internal.shell;
