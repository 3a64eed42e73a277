package ehpc;

import java.util.List;
import java.util.Locale;

/**
 * A possible correction of a failure, for the user. The user interface phrases it in its own terms, such as a command or a button; {@link
 * #text} is the neutral wording.
 *
 * @param action the action
 * @param operation the affected operation, or the one to call; empty for none
 * @param region the region; empty if unknown
 * @param clusterId the cluster; empty for none
 * @param commandId a command id; empty for none
 * @param detail known details, as part of a sentence; empty for none
 */
public record Remedy(
        Action action, String operation, String region, String clusterId, String commandId, String detail) {

    /** The kind of remedy. */
    public enum Action {
        /** Read the results of a command that is still running. */
        READ_RESULTS("ListInvocationResults has the results of %2$s"),
        /** Check whether a command exists whose submit is in doubt. */
        LOOK_FOR_COMMAND("ListCommands shows whether the command exists"),
        /** List the clusters of the region. */
        LIST_CLUSTERS("ListClusters lists the clusters of the region"),
        /** Read the parameters and errors of an operation. */
        READ_HELP("the help of %1$s describes its parameters"),
        /** Set the clock of this machine. */
        CHECK_CLOCK("check the clock of this machine%3$s"),
        /** Check the sources of credentials, and which one is used. */
        CHECK_CREDENTIALS("check the credentials"),
        /** Choose an existing profile. */
        CHOOSE_PROFILE("choose an existing profile"),
        /** Choose a region. */
        CHOOSE_REGION("set ALIBABA_CLOUD_REGION_ID, region_id of the profile in ~/.aliyun/config.json, or region"
                + " 'cn-hangzhou' in a script"),
        /** Get a permission. */
        ASK_PERMISSION("ask the account's owner for permission to call %1$s"),
        /** Settle the account: payments, verification, a service to activate. */
        SETTLE_ACCOUNT("the account's owner must settle this in the console"),
        /** Get a higher quota. */
        RAISE_QUOTA("release resources, or ask for a higher quota"),
        /** Wait until a cluster or node is in a state that allows the operation. */
        AWAIT_STATE("wait until the cluster and its nodes are in a state that allows this"),
        /** Check whether the managers of a cluster run. */
        CHECK_MANAGERS("check whether the managers of the cluster are running"),
        /** Check the network. */
        CHECK_NETWORK("check the network between this machine and the endpoint"),
        /** Check the host name: the region, the endpoint, DNS. */
        CHECK_NAME("check the region, the endpoint and DNS"),
        /** Check an invalid region or endpoint. */
        CHECK_ENDPOINT("check the region and the endpoint"),
        /** Check the proxy. */
        CHECK_PROXY("check the proxy: HTTPS_PROXY, and NO_PROXY for hosts that need none"),
        /** Check TLS: the certificates that Java trusts, a proxy that replaces them. */
        CHECK_TLS("check the endpoint's certificate and the ones that this Java trusts (javax.net.ssl.trustStore)"),
        /** Allow the side effects of a script during planning. */
        ALLOW_EFFECTS("allowEffects() permits it during planning");

        private final String text;

        Action(String text) {
            this.text = text;
        }
    }

    /** Returns a remedy without an operation, cluster or command. */
    public static Remedy of(Action action) {
        return new Remedy(action, "", "", "", "", "");
    }

    Remedy operation(String name) {
        return new Remedy(action, name, region, clusterId, commandId, detail);
    }

    Remedy cluster(String regionId, String cluster) {
        return new Remedy(action, operation, regionId, cluster, commandId, detail);
    }

    Remedy command(String id) {
        return new Remedy(action, operation, region, clusterId, id, detail);
    }

    Remedy detail(String text) {
        return new Remedy(action, operation, region, clusterId, commandId, text);
    }

    /**
     * Returns the remedies for a failure; none for one that needs no advice.
     *
     * @param failure the exception of a call or a run
     */
    public static List<Remedy> of(Throwable failure) {
        return Remedies.of(failure);
    }

    /** Returns the action in the library's words: one line. */
    public String text() {
        String known = detail.isEmpty() ? "" : ": " + detail;
        return String.format(Locale.ROOT, action.text, operation, commandId, known);
    }
}
