/**
 * Shell commands. A {@link ehpc.command.Command} is the text that the shell of a node receives: literal text, or fixed text with values in
 * between, each of which becomes one quoted word. {@link ehpc.command.Raw} is the exception.
 */
package ehpc.command;
