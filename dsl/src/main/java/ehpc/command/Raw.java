package ehpc.command;

/**
 * Text that goes into a command as shell, not as data: the visible way out of quoting.
 *
 * @param text shell text that its author answers for
 */
public record Raw(String text) {}
