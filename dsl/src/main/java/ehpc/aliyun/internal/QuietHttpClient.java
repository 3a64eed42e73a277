package ehpc.aliyun.internal;

import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.IHttpClient;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Future;

/** Sends the requests of SDK Core's client of the token service through {@link HttpExchange}, which logs nothing. */
final class QuietHttpClient extends IHttpClient {

    private final HttpExchange wire;

    QuietHttpClient(HttpExchange wire) {
        this.wire = wire;
    }

    @Override
    protected void init(HttpClientConfig config) {}

    @Override
    public HttpResponse syncInvoke(HttpRequest request) throws IOException {
        URI uri = URI.create(request.getSysUrl());
        Endpoint endpoint = Endpoint.parse(uri.getScheme() + "://" + uri.getAuthority());
        try {
            return response(wire.exchange(Signing.outgoing(endpoint, request)));
        } catch (ExchangeFailed e) {
            throw new SendFailed(new ExchangeFailures(wire, endpoint).text(e));
        }
    }

    private static HttpResponse response(HttpAnswer answer) {
        HttpResponse response = new HttpResponse();
        response.setStatus(answer.status());
        answer.headers().forEach(response::putHeaderParameter);
        response.setHttpContent(answer.body(), "UTF-8", FormatType.mapAcceptToFormat(answer.mediaType()));
        return response;
    }

    @Override
    public Future<HttpResponse> asyncInvoke(HttpRequest request, CallBack callback) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void ignoreSSLCertificate() {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void restoreSSLCertificate() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSingleton() {
        return true;
    }

    /** Thrown if there is no answer; the message contains no secret. */
    static final class SendFailed extends IOException {

        private static final long serialVersionUID = 1L;

        SendFailed(String message) {
            super(message);
        }
    }

    /** Does nothing: the exchange is closed by its owner. */
    @Override
    public void close() {}
}
