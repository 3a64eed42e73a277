/**
 * Shell commands. A {@link ehpc.command.Command} is the text that a node's shell receives: literal, or fixed text with values in between,
 * each of which becomes a word that the shell does not look into. {@link ehpc.command.Raw} is the way out.
 */
package ehpc.command;
