/**
 * The command line: {@link ehpc.repl.Main} reads it, and each of its commands is a class here. Shared code is in packages below: the
 * standard streams and the terminal ({@code internal.terminal}), the results of runs ({@code internal.result}), tables and machine-readable
 * forms ({@code internal.render}), the user's files ({@code internal.files}), and messages on failures ({@code internal.failure}).
 */
package ehpc.repl;
