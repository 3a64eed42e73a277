package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.NotHere;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who an isolated command is to the machine. To itself it is always root, or nobody in particular. */
enum CommandIdentity {
    /** The user of this process, who is not root, without any privilege. */
    CALLER("as user %d of this machine"),
    /** A user id per node, that looks like root from the inside. */
    OWN_USER_AS_ROOT("as a user id per node"),
    /** A user id per node, where this machine refuses user namespaces to such users. */
    OWN_USER("as a user id per node, which is not root to itself either");

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

    String describe(HostProbe surroundings) {
        return String.format(Locale.ROOT, description, surroundings.user());
    }

    /** Returns the command line that becomes a command without privileges under this identity: put before the command. */
    List<String> argv(HostProbe surroundings, int user) throws NotHere {
        String setpriv = surroundings.need("setpriv");
        var argv = new ArrayList<String>();
        switch (this) {
            case CALLER -> argv.add(setpriv);
            // Unshare takes numbers as such; setpriv first asks whoever knows users' names, which may be out on the
            // network.
            case OWN_USER_AS_ROOT -> {
                String unshare = surroundings.need("unshare");
                argv.addAll(List.of(unshare, "--setgid", "" + user, "--setuid", "" + user, "--"));
                argv.addAll(List.of(unshare, "--user", "--map-root-user", "--", setpriv));
            }
            // One program for both, as without root's privileges the others cannot be taken away.
            case OWN_USER ->
                argv.addAll(List.of(setpriv, "--reuid", "" + user, "--regid", "" + user, "--clear-groups"));
        }
        argv.addAll(NO_PRIVILEGES);
        return argv;
    }
}
