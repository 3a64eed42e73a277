package ehpc.local.internal.operation;

import ehpc.local.internal.world.NewNodes;

/** The forms of host names and addresses. */
final class HostNames {

    private static final String FORM = "[A-Za-z0-9][A-Za-z0-9.-]{0,62}";
    private static final String PART = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    /** The form of an IPv4 address. */
    static final String ADDRESS = "(" + PART + "\\.){3}" + PART;

    private HostNames() {}

    /** Refuses a host name or an address that has another form, or that a node of the cluster has. */
    static void require(Call call, String element, String hostName, String ip, NewNodes names) {
        if (!hostName.matches(FORM)) {
            throw call.invalid(element + ".HostName must be a host name, is '" + hostName + "'");
        }
        if (!ip.matches(ADDRESS)) {
            throw call.invalid(element + ".IpAddress must be an IPv4 address, is '" + ip + "'");
        }
        if (names.has(hostName)) {
            throw call.invalid(element + ".HostName must be new in the cluster, is " + hostName);
        }
        if (names.hasAddress(ip)) {
            throw call.invalid(element + ".IpAddress must be new in the cluster, is " + ip);
        }
    }

    /** Returns a part of host names; refuses one with which no host name can be made. */
    static String part(Call call, String parameter, String otherwise) {
        String part = call.optional(parameter).orElse(otherwise);
        String whole = parameter.endsWith("Prefix") ? part + "000" : "a000" + part;
        if (!whole.matches(FORM) || part.length() > 50 || whole.endsWith("-") || whole.endsWith(".")) {
            throw call.invalid(parameter + " must be up to 50 letters, digits, hyphens and dots, is '" + part + "'");
        }
        return part;
    }
}
