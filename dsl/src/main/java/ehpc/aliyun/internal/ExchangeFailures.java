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
 * Says what became of an exchange that broke. Only what surely happened before the first byte of the request left is
 * unreachable; everything else is lost.
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

    ApiException of(Operation operation, ExchangeFailed broken, Secrets secrets) {
        Throwable cause = secrets.harmless(broken.getCause());
        if (!broken.sent()) {
            return ApiException.unreachable(
                    operation, category(broken.getCause()), unreachable(broken.getCause()), cause);
        }
        String detail = lost(broken.getCause());
        if (broken.getCause() instanceof InterruptedException) {
            return ApiException.abandoned(operation, ErrorCategory.INTERRUPTED, detail, cause);
        }
        return closed
                ? ApiException.abandoned(operation, ErrorCategory.CLOSED, detail, cause)
                : ApiException.lost(operation, 0, detail, null, cause);
    }

    /** Returns the matter that kept a request here. */
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

    /** Returns why no answer can be told, one line. */
    String text(ExchangeFailed broken) {
        return broken.sent() ? lost(broken.getCause()) : unreachable(broken.getCause());
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
            return peer + " has no address; region, endpoint and name service must be right";
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException) {
            return peer + " must accept a connection within " + Timeouts.text(timeouts.connect()) + ", and did not";
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
                ? peer + " refused the connection; a service must be listening there"
                : peer + " cannot be reached from this machine's network";
    }

    private String refused(ProxyRefusal refusal) {
        String text = "the proxy " + proxy + " refused to connect to " + endpoint + " with HTTP " + refusal.status();
        return refusal.status() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? text + "; user and password in HTTPS_PROXY must be right"
                : text;
    }

    private String tls(SSLException tls) {
        if (tls instanceof SSLPeerUnverifiedException) {
            return "the certificate of " + endpoint + " must be for that host name, and is for another";
        }
        for (Throwable at = tls; at != null; at = at.getCause()) {
            if (at instanceof CertPathBuilderException || at instanceof CertPathValidatorException) {
                return "this Java does not trust the certificate of " + endpoint;
            }
        }
        return "no TLS connection to " + endpoint + " came about; it must speak TLS 1.2 or later";
    }

    private String lost(Throwable cause) {
        if (cause instanceof InterruptedException) {
            return "interrupted before " + endpoint + " had answered";
        }
        if (closed) {
            return "the transport was closed before " + endpoint + " had answered";
        }
        if (cause instanceof SocketTimeoutException) {
            return endpoint + " sent nothing for " + Timeouts.text(timeouts.read());
        }
        if (cause instanceof NoHttpResponseException) {
            return endpoint + " closed the connection without an answer";
        }
        if (cause instanceof ConnectionClosedException || cause instanceof MalformedChunkCodingException) {
            return "the answer of " + endpoint + " was cut off";
        }
        if (cause instanceof HttpException) {
            return endpoint + " answered with something that is not HTTP";
        }
        return cause instanceof IOException
                ? "the connection to " + endpoint + " broke before the answer was whole"
                : "the answer of " + endpoint + " could not be read";
    }
}
