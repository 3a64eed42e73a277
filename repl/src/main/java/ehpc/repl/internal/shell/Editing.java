package ehpc.repl.internal.shell;

/** How keys edit a line. */
public enum Editing {
    EMACS,
    VI
}
