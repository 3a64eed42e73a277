package ehpc.api;

/**
 * One thing that is wrong with a request.
 *
 * @param parameter the parameter's path as a person writes it, such as {@code Instance[2].Id}
 * @param message what is wrong and what would be right, one line
 */
public record Problem(String parameter, String message) {}
