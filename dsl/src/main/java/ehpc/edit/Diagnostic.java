package ehpc.edit;

/**
 * Something that is wrong in a text.
 *
 * @param from where its name or sign begins in the text
 * @param to where that ends, exclusive
 * @param message what is wrong
 */
public record Diagnostic(int from, int to, String message) {}
