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
 * Describes the failure of a credential provider of SDK Core. The SDK's own messages contain signed URLs, complete answers and class
 * names, so only messages of a service are repeated.
 */
final class ProviderFailure {

    private static final String OIDC = "AssumeRoleWithOIDC failed: ";
    private static final String NO_ROLE = "role name was not found";
    private static final String INVALID = "the answer is invalid";

    private ProviderFailure() {}

    static String text(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException failed) {
                return connection(failed);
            }
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        if (failure instanceof ClientException refusal && refusal.getErrCode() != null) {
            return refusal.getErrCode().startsWith("SDK.") ? own(refusal.getErrCode()) : refused(refusal);
        }
        if (message.startsWith(OIDC)) {
            return new Secrets().clean(message.substring(OIDC.length()));
        }
        return message.contains(NO_ROLE) ? "the instance has no RAM role of that name" : INVALID;
    }

    /** Returns the category: that of the network if the provider's host does not answer, whatever the credentials. */
    static ErrorCategory category(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return at instanceof SSLException ? ErrorCategory.TLS : ErrorCategory.NETWORK;
            }
        }
        return failure instanceof ClientException refusal && refusal.getErrCode() != null
                ? ofRefusal(Catalogue.category(0, refusal.getErrCode()))
                : ErrorCategory.CREDENTIALS;
    }

    /** A wrong clock and a temporary refusal have nothing to do with the credentials; every other refusal has. */
    private static ErrorCategory ofRefusal(ErrorCategory refusal) {
        return refusal == ErrorCategory.CLOCK || refusal.isTemporary() ? refusal : ErrorCategory.CREDENTIALS;
    }

    private static String refused(ClientException refusal) {
        String id = refusal.getRequestId() == null ? "" : " (request id " + refusal.getRequestId() + ")";
        return new Secrets().clean(refusal.getErrCode() + ": " + refusal.getErrMsg()) + id;
    }

    private static String own(String code) {
        return code.equals("SDK.InvalidAccessKeySecret")
                ? "the access key secret does not match the access key id"
                : INVALID;
    }

    private static String connection(IOException failed) {
        if (failed instanceof QuietHttpClient.SendFailed) {
            return failed.getMessage();
        }
        if (failed instanceof UnknownHostException) {
            return "the credential service has no address";
        }
        if (failed instanceof SocketTimeoutException) {
            return "the credential service did not answer in time";
        }
        if (failed instanceof SSLException) {
            return "this Java does not trust the certificate of the credential service";
        }
        return failed instanceof ConnectException
                ? "the credential service refused the connection"
                : "the connection to the credential service broke";
    }
}
