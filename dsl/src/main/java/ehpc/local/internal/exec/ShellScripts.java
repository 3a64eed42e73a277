package ehpc.local.internal.exec;

/** The constant shell scripts of this package. Values are arguments, never part of a script. */
final class ShellScripts {

    static final String COMMAND = text("command.sh");
    static final String BASE_VIEW = text("base-view.sh");
    static final String ENTER_VIEW = text("enter-view.sh");
    static final String PROBE = text("probe.sh");
    static final String PROBE_PLAIN = text("probe-plain.sh");
    static final String WARDEN = text("warden.sh");

    /** The exit code of {@link #COMMAND} if the working directory is not accessible. */
    static final int NO_DIRECTORY = 97;

    /** The byte that {@link #COMMAND} prints before the command starts. */
    static final byte STARTED = 6;

    private ShellScripts() {}

    private static String text(String name) {
        return ShellText.script(ShellScripts.class, name);
    }
}
