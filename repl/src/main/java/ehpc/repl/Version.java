package ehpc.repl;

import java.util.Optional;

/** What {@code --version} tells. */
final class Version {

    private Version() {}

    static String text() {
        return "ehpc " + number() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ")";
    }

    /** Returns the version of the jar; classes that lie outside of one have none. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
