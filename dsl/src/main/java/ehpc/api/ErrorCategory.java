package ehpc.api;

import java.util.Locale;

/**
 * The category of an error, for retries, advice and exit codes. {@link Catalogue#category} finds it by error code and HTTP status, in a
 * table beside the catalogue.
 */
public enum ErrorCategory {
    /** Too many requests in a short time. */
    THROTTLED,
    /** The service cannot answer at the moment. */
    UNAVAILABLE,
    /** An internal failure of the service. */
    INTERNAL,
    /** A backend of the service answered with an error. */
    BACKEND,
    /** Some items of the request succeeded and others did not. */
    PARTIAL,
    /** The request reached the service twice. */
    REPEATED,
    /** The request left, and no readable answer came back. */
    LOST,
    /** This machine's clock, or a request that took too long to arrive. */
    CLOCK,
    /** Credentials that are missing, wrong or disabled. */
    CREDENTIALS,
    /** A permission that is missing. */
    PERMISSION,
    /** The account: its payments, its verification, a service to activate. */
    ACCOUNT,
    /** An exhausted quota. */
    QUOTA,
    /** A cluster or node in a state that does not allow the operation now. */
    CONFLICT,
    /** The object to create exists already. */
    EXISTS,
    /** An object named in the request does not exist. */
    NOT_FOUND,
    /** A parameter that the service does not accept. */
    INVALID,
    /** An operation or version that the service does not have. */
    UNSUPPORTED,
    /** A failure on the cluster. */
    CLUSTER,
    /** No connection was established. */
    NETWORK,
    /** A host name without an address. */
    NAME,
    /** The proxy did not connect. */
    PROXY,
    /** An invalid proxy address, user or password. */
    PROXY_SETTINGS,
    /** The server's certificate, or no TLS at all. */
    TLS,
    /** An invalid region or endpoint. */
    ENDPOINT,
    /** A profile that does not exist or is unusable. */
    PROFILE,
    /** The connection to the service was closed by this program. */
    CLOSED,
    /** The waiting thread was interrupted. */
    INTERRUPTED,
    /** The journal of the run cannot be written, so that the request was not sent. */
    JOURNAL;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the word used in the table and in documents, such as {@code not-found}. */
    public String word() {
        return word;
    }

    /** Returns whether the unchanged request may succeed a little later. */
    public boolean isTemporary() {
        return ErrorTable.rule(this).temporary();
    }

    /** Returns whether the service certainly did nothing, so that any request may be repeated. */
    boolean isNothingDone() {
        return ErrorTable.rule(this).nothingDone();
    }

    /** Returns whether the request may have been carried out, completely or partly. */
    boolean isMaybeDone() {
        return ErrorTable.rule(this).maybeDone();
    }

    @Override
    public String toString() {
        return word;
    }
}
