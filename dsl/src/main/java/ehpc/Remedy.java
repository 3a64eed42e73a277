package ehpc;

import java.util.List;
import java.util.Locale;

/**
 * Something that a person may do about a failure, for whoever shows the failure to say in the terms of its own surface: a command line
 * names a command to type, a web page a button. {@link #text} says it for all.
 *
 * @param action what to do
 * @param operation the operation that it is about, or the one to call; empty for none
 * @param region the region; empty when not known
 * @param clusterId the cluster; empty for none
 * @param commandId the service's id of a command; empty for none
 * @param detail what is known of the matter, part of a sentence; empty for nothing
 */
public record Remedy(
        Action action, String operation, String region, String clusterId, String commandId, String detail) {

    /** What may be done. */
    public enum Action {
        /** Read the results of a command that goes on. */
        READ_RESULTS("ListInvocationResults has the results of %2$s"),
        /** See whether a command whose submit is in doubt is there. */
        LOOK_FOR_COMMAND("ListCommands shows whether the command is there"),
        /** See the clusters of the region. */
        LIST_CLUSTERS("ListClusters names the clusters of the region"),
        /** Read what an operation takes and refuses. */
        READ_HELP("the help of %1$s says what it takes"),
        /** Set the clock of this machine. */
        CHECK_CLOCK("check the clock of this machine%3$s"),
        /** See where credentials were looked for and which ones are used. */
        CHECK_CREDENTIALS("check the credentials"),
        /** Choose a profile that is there. */
        CHOOSE_PROFILE("choose a profile that is there"),
        /** Choose a region. */
        CHOOSE_REGION(
                "ALIBABA_CLOUD_REGION_ID, region_id of the profile in ~/.aliyun/config.json, or region 'cn-hangzhou' in a"
                        + " script chooses one"),
        /** Get a permission. */
        ASK_PERMISSION("ask the account's owner for permission to call %1$s"),
        /** Set the account right: payments, verification, a service to be switched on. */
        SETTLE_ACCOUNT("the account's owner must settle this in the console"),
        /** Get a higher quota. */
        RAISE_QUOTA("free what is used, or ask for a higher quota"),
        /** Wait until a cluster or node is in a state that allows the operation. */
        AWAIT_STATE("wait until the cluster and its nodes are in a state that allows this"),
        /** See whether the managers of a cluster run. */
        CHECK_MANAGERS("see whether the managers of the cluster are running"),
        /** Look after the network on the way. */
        CHECK_NETWORK("check the network between this machine and the endpoint"),
        /** Look after the name of the host: the region, the endpoint, the name service. */
        CHECK_NAME("check the region, the endpoint and this machine's name service"),
        /** Look after a region or an endpoint that is none. */
        CHECK_ENDPOINT("check the region and the endpoint"),
        /** Look after the proxy. */
        CHECK_PROXY("check the proxy: HTTPS_PROXY, and NO_PROXY for hosts that need none"),
        /** Look after TLS: the certificates that Java trusts, a proxy that changes them. */
        CHECK_TLS("check the endpoint's certificate and the ones that this Java trusts (javax.net.ssl.trustStore)"),
        /** Let a script change something by itself while it is planned. */
        ALLOW_EFFECTS("allowEffects() lets it happen while the script is planned");

        private final String text;

        Action(String text) {
            this.text = text;
        }
    }

    /** A remedy that is about no operation, cluster or command. */
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
     * What may be done about a failure; nothing for one that speaks for itself.
     *
     * @param failure what a call or a run threw
     */
    public static List<Remedy> of(Throwable failure) {
        return Remedies.of(failure);
    }

    /** What to do, in the library's words: one line. */
    public String text() {
        String known = detail.isEmpty() ? "" : ": " + detail;
        return String.format(Locale.ROOT, action.text, operation, commandId, known);
    }
}
