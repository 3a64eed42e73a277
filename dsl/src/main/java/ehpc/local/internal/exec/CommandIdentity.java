package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The user id of an isolated command on this machine. Inside, it looks like root, or like a user without a name. */
enum CommandIdentity {
    /** The user of this process, not root, without privileges. */
    CALLER("as user %d of this machine"),
    /** A user id per cluster, or node outside of clusters, which is root inside. */
    OWN_USER_AS_ROOT("as a user id per cluster"),
    /** A user id per cluster, or node outside of clusters, if this machine refuses user namespaces to such users. */
    OWN_USER("as a user id per cluster, without root inside");

    private static final List<String> NO_PRIVILEGES = List.of(
            "--bounding-set=-all",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            "--no-new-privs",
            "--pdeathsig",
            "KILL",
            "--");

    private final String description;

    CommandIdentity(String description) {
        this.description = description;
    }

    String describe(HostProbe host) {
        return String.format(Locale.ROOT, description, host.user());
    }

    /** Returns the start of a command line that drops all privileges and changes to this identity. */
    List<String> argv(HostProbe host, int user) throws Unavailable {
        String setpriv = host.required("setpriv");
        var argv = new ArrayList<String>();
        switch (this) {
            case CALLER -> argv.add(setpriv);
            // Unlike setpriv, unshare does not look up the name of a user id, which may need the network.
            case OWN_USER_AS_ROOT -> {
                String unshare = host.required("unshare");
                argv.addAll(List.of(unshare, "--setgid", "" + user, "--setuid", "" + user, "--"));
                argv.addAll(List.of(unshare, "--user", "--map-root-user", "--", setpriv));
            }
            // A single program, because the other privileges cannot be dropped after those of root.
            case OWN_USER ->
                argv.addAll(List.of(setpriv, "--reuid", "" + user, "--regid", "" + user, "--clear-groups"));
        }
        argv.addAll(NO_PRIVILEGES);
        return argv;
    }
}
