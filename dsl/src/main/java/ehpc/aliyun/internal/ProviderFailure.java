package ehpc.aliyun.internal;

import com.aliyuncs.exceptions.ClientException;
import ehpc.api.Catalogue;
import ehpc.api.ErrorCategory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * Says why one of SDK Core's providers gave no credentials. The SDK's own texts hold signed addresses, whole answers and class
 * names, so only those are taken over that are a service's.
 */
final class ProviderFailure {

    private static final String OIDC = "AssumeRoleWithOIDC failed: ";
    private static final String NO_ROLE = "role name was not found";

    private ProviderFailure() {}

    static String text(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException broken) {
                return connection(broken);
            }
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        if (failure instanceof ClientException refusal && refusal.getErrCode() != null) {
            return refusal.getErrCode().startsWith("SDK.") ? own(refusal.getErrCode()) : refused(refusal);
        }
        if (message.startsWith(OIDC)) {
            return new Secrets().clean(message.substring(OIDC.length()));
        }
        return message.contains(NO_ROLE)
                ? "a RAM role must be attached to this instance, and none of that name is"
                : "the answer was not what it must be";
    }

    /** What it is about: a host that does not answer for the moment is no matter of credentials. */
    static ErrorCategory category(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return at instanceof SSLException ? ErrorCategory.TLS : ErrorCategory.NETWORK;
            }
        }
        return failure instanceof ClientException refusal && refusal.getErrCode() != null
                ? about(Catalogue.category(0, refusal.getErrCode()))
                : ErrorCategory.CREDENTIALS;
    }

    /** Returns the clock and too many requests are matters of their own; whatever else the token service refuses is one of credentials. */
    private static ErrorCategory about(ErrorCategory refusal) {
        return refusal == ErrorCategory.CLOCK || refusal.isTemporary() ? refusal : ErrorCategory.CREDENTIALS;
    }

    private static String refused(ClientException refusal) {
        String id = refusal.getRequestId() == null ? "" : " (request id " + refusal.getRequestId() + ")";
        return new Secrets().clean(refusal.getErrCode() + ": " + refusal.getErrMsg()) + id;
    }

    private static String own(String code) {
        return code.equals("SDK.InvalidAccessKeySecret")
                ? "the access key's secret must be the one that belongs to its id"
                : "the answer was not what it must be";
    }

    private static String connection(IOException broken) {
        if (broken instanceof QuietHttpClient.Untold) {
            return broken.getMessage();
        }
        if (broken instanceof UnknownHostException) {
            return "the host that gives them has no address";
        }
        if (broken instanceof SocketTimeoutException) {
            return "the host that gives them did not answer in time";
        }
        if (broken instanceof SSLException) {
            return "the host that gives them must have a certificate that this Java trusts";
        }
        return broken instanceof ConnectException
                ? "the host that gives them refused the connection"
                : "the host that gives them, or a proxy before it, broke the connection off";
    }
}
