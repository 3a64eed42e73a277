package ehpc.aliyun.internal;

import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.Operation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.HttpStatus;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/**
 * Describes failed exchanges. A failure counts as unreachable only if no byte of the request can have left; every other one is a lost
 * answer.
 */
final class ExchangeFailures {

    private final Timeouts timeouts;
    private final Endpoint endpoint;
    private final Proxy proxy;
    private final boolean closed;

    ExchangeFailures(HttpExchange wire, Endpoint endpoint) {
        this.timeouts = wire.timeouts();
        this.endpoint = endpoint;
        this.proxy = wire.proxy(endpoint);
        this.closed = wire.closed();
    }

    ApiException of(Operation operation, ExchangeFailed failed, Secrets secrets) {
        Throwable cause = secrets.harmless(failed.getCause());
        if (!failed.sent()) {
            return ApiException.unreachable(
                    operation, category(failed.getCause()), unreachable(failed.getCause()), cause);
        }
        String detail = lost(failed.getCause());
        if (failed.getCause() instanceof InterruptedException) {
            return ApiException.abandoned(operation, ErrorCategory.INTERRUPTED, detail, cause);
        }
        return closed
                ? ApiException.abandoned(operation, ErrorCategory.CLOSED, detail, cause)
                : ApiException.lost(operation, 0, detail, null, cause);
    }

    private ErrorCategory category(Throwable cause) {
        if (cause instanceof ProxyRefusal refusal) {
            return refusal.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                    ? ErrorCategory.PROXY_SETTINGS
                    : ErrorCategory.PROXY;
        }
        if (cause instanceof InterruptedException) {
            return ErrorCategory.INTERRUPTED;
        }
        if (cause instanceof SSLException) {
            return ErrorCategory.TLS;
        }
        if (closed) {
            return ErrorCategory.CLOSED;
        }
        if (proxy != null) {
            return ErrorCategory.PROXY;
        }
        return cause instanceof UnknownHostException ? ErrorCategory.NAME : ErrorCategory.NETWORK;
    }

    /** Returns the reason, one line. */
    String text(ExchangeFailed failed) {
        return failed.sent() ? lost(failed.getCause()) : unreachable(failed.getCause());
    }

    private String unreachable(Throwable cause) {
        String peer = proxy == null ? endpoint.toString() : "the proxy " + proxy;
        if (cause instanceof ProxyRefusal refusal) {
            return refused(refusal);
        }
        if (cause instanceof ConnectionPoolTimeoutException) {
            return "every connection to " + endpoint + " was busy for "
                    + Timeouts.text(timeouts.connect().plus(timeouts.read()));
        }
        if (cause instanceof UnknownHostException) {
            return peer + " has no address";
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException) {
            return peer + " did not accept a connection within " + Timeouts.text(timeouts.connect());
        }
        if (cause instanceof SSLException tls) {
            return tls(tls);
        }
        if (cause instanceof InterruptedException) {
            return "interrupted before it was sent";
        }
        if (closed) {
            return "the transport was closed before it was sent";
        }
        return cause instanceof ConnectException
                ? peer + " refused the connection"
                : peer + " cannot be reached from this machine";
    }

    private String refused(ProxyRefusal refusal) {
        String text = "the proxy " + proxy + " refused to connect to " + endpoint + " with HTTP " + refusal.status();
        return refusal.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? text + "; check user and password in HTTPS_PROXY"
                : text;
    }

    private String tls(SSLException tls) {
        if (tls instanceof SSLPeerUnverifiedException) {
            return "the certificate of " + endpoint + " is for another host name";
        }
        for (Throwable at = tls; at != null; at = at.getCause()) {
            if (at instanceof CertPathBuilderException || at instanceof CertPathValidatorException) {
                return "this Java does not trust the certificate of " + endpoint;
            }
        }
        return "the TLS handshake with " + endpoint + " failed; TLS 1.2 or later is required";
    }

    private String lost(Throwable cause) {
        if (cause instanceof InterruptedException) {
            return "interrupted before " + endpoint + " answered";
        }
        if (closed) {
            return "the transport was closed before " + endpoint + " answered";
        }
        if (cause instanceof SocketTimeoutException) {
            return endpoint + " sent nothing for " + Timeouts.text(timeouts.read());
        }
        if (cause instanceof NoHttpResponseException) {
            return endpoint + " closed the connection without an answer";
        }
        if (cause instanceof ConnectionClosedException || cause instanceof MalformedChunkCodingException) {
            return "the answer of " + endpoint + " was truncated";
        }
        if (cause instanceof HttpException) {
            return "the answer of " + endpoint + " is not HTTP";
        }
        return cause instanceof IOException
                ? "the connection to " + endpoint + " broke before the answer was complete"
                : "the answer of " + endpoint + " could not be read";
    }
}
