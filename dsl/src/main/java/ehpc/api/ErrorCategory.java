package ehpc.api;

import java.util.Locale;

/**
 * The matter that an error is about, for whoever tries again, advises or chooses an exit code. {@link Catalogue#category} finds it by
 * error code and HTTP status, in a table that lies beside the catalogue.
 */
public enum ErrorCategory {
    /** Too many requests in a short time. */
    THROTTLED,
    /** The service cannot answer at the moment. */
    UNAVAILABLE,
    /** Something failed inside the service. */
    INTERNAL,
    /** Another service, which this one needs, answered with an error. */
    BACKEND,
    /** Some items of the request succeeded and others did not. */
    PARTIAL,
    /** The request reached the service twice. */
    REPEATED,
    /** The request left, and no readable answer came back. */
    LOST,
    /** This machine's clock, or a request that was too long on its way. */
    CLOCK,
    /** Credentials that are missing, wrong or switched off. */
    CREDENTIALS,
    /** A permission that is missing. */
    PERMISSION,
    /** The account: its payments, its verification, a service that is not switched on. */
    ACCOUNT,
    /** A quota that is used up. */
    QUOTA,
    /** A cluster or node in a state that does not allow the operation now. */
    CONFLICT,
    /** What was to be made is there already. */
    EXISTS,
    /** What the request names is not there. */
    NOT_FOUND,
    /** A parameter that the service does not accept. */
    INVALID,
    /** An operation or version that the service does not have. */
    UNSUPPORTED,
    /** Something failed on the cluster. */
    CLUSTER,
    /** No connection came about. */
    NETWORK,
    /** A host name that has no address. */
    NAME,
    /** The proxy on the way did not connect. */
    PROXY,
    /** A proxy address, user or password that is wrong. */
    PROXY_SETTINGS,
    /** The other side's certificate, or no TLS at all. */
    TLS,
    /** A region or an endpoint that is none. */
    ENDPOINT,
    /** A profile that is not there or cannot be used. */
    PROFILE,
    /** The connection to the service was closed by this program. */
    CLOSED,
    /** The waiting thread was interrupted. */
    INTERRUPTED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word of the table and of documents, such as {@code not-found}. */
    public String word() {
        return word;
    }

    /** Whether the same request may succeed a little later with nothing changed. */
    public boolean isTemporary() {
        return ErrorTable.rule(this).temporary();
    }

    /** Whether the service surely did nothing of what was asked, so that anything may be sent again. */
    boolean isNothingDone() {
        return ErrorTable.rule(this).nothingDone();
    }

    /** Whether what was asked may have been done, wholly or in part. */
    boolean isMaybeDone() {
        return ErrorTable.rule(this).maybeDone();
    }

    @Override
    public String toString() {
        return word;
    }
}
