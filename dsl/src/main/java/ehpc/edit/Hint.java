package ehpc.edit;

/**
 * The form of what is being written.
 *
 * @param form how it is written, such as {@code api.listNodes(pageNumber: ..., ...)}
 * @param from where the part of the form begins that is being written; equal to {@code to} when there is none
 * @param to where that part ends, exclusive
 * @param help one line about it; may be empty
 */
public record Hint(String form, int from, int to, String help) {}
