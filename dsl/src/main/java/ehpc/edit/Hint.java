package ehpc.edit;

/**
 * The form of the word, operation or parameter at a cursor.
 *
 * @param form the form, such as {@code api.listNodes(pageNumber: ..., ...)}
 * @param from the start index of the part of the form at the cursor; equal to {@code to} if there is none
 * @param to the end index of that part, exclusive
 * @param help its help in one line; may be empty
 */
public record Hint(String form, int from, int to, String help) {}
