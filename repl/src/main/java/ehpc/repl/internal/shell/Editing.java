package ehpc.repl.internal.shell;

/** The key bindings of the line editor. */
public enum Editing {
    EMACS,
    VI
}
