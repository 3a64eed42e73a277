package ehpc.repl;

import java.util.Optional;

/** The output of {@code --version}. */
final class Version {

    private Version() {}

    static String text() {
        return "ehpc " + number() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ")";
    }

    /** Returns the version of the jar; none for classes outside of one. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
