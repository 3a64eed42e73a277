package ehpc.edit;

/**
 * A problem in a text.
 *
 * @param from the start index of the token
 * @param to the end index of the token, exclusive
 * @param message the message
 */
public record Diagnostic(int from, int to, String message) {}
