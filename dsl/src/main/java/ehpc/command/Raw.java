package ehpc.command;

/**
 * Text inserted into a command as shell code, not as data: the explicit exception to quoting.
 *
 * @param text shell text, unchecked
 */
public record Raw(String text) {}
