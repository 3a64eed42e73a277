package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpMessage;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.regions.ProductDomain;
import ehpc.api.Catalogue;
import ehpc.api.Request;
import java.io.UnsupportedEncodingException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;

/** Signs requests with SDK Core. */
final class Signing {

    private static final String USER_AGENT = "ehpc/"
            + Optional.ofNullable(Signing.class.getPackage().getImplementationVersion())
                    .orElse("dev")
            + " (" + System.getProperty("os.name") + "; " + System.getProperty("os.arch") + ") Java/"
            + System.getProperty("java.version") + " aliyun-java-sdk-core";

    private Signing() {}

    /**
     * Signs with Signature v1.
     *
     * @param region the common parameter RegionId, for a request without one
     */
    static Outgoing sign(
            Catalogue catalogue,
            Request request,
            Endpoint endpoint,
            Optional<String> region,
            AlibabaCloudCredentials credentials) {
        var call = new RpcCall(
                catalogue.product(),
                catalogue.version(),
                request.operation().name(),
                request.operation().methods().get(0),
                request.wire());
        region.ifPresent(call::setSysRegionId);
        call.putHeaderParameter("User-Agent", USER_AGENT);
        call.setSysProtocol(endpoint.secure() ? ProtocolType.HTTPS : ProtocolType.HTTP);
        return outgoing(endpoint, signed(call, endpoint, credentials));
    }

    /** Signs a sample, so that all classes are loaded before the first request. */
    static void warmUp(Catalogue catalogue) {
        var sample = new RpcCall(catalogue.product(), catalogue.version(), "-", "GET", Map.of("-", "-"));
        sample.setSysProtocol(ProtocolType.HTTPS);
        signed(sample, Endpoint.of("localhost"), new BasicCredentials("-", "-"));
    }

    private static HttpRequest signed(RpcCall call, Endpoint endpoint, AlibabaCloudCredentials credentials) {
        try {
            return call.signRequest(
                    Signer.getSigner(credentials),
                    credentials,
                    FormatType.JSON,
                    new ProductDomain(call.getSysProduct(), endpoint.toString()));
        } catch (GeneralSecurityException | UnsupportedEncodingException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA1 or UTF-8", e);
        }
    }

    /** Returns a request of SDK Core, signed or not, in the form to send. */
    static Outgoing outgoing(Endpoint endpoint, HttpRequest request) {
        String url = request.getSysUrl();
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return new Outgoing(
                endpoint,
                request.getSysMethod().name(),
                path < 0 ? "/" : url.substring(path),
                request.getSysHeaders(),
                body(request),
                Optional.ofNullable(request.getSysStrToSign()).orElse(""));
    }

    private static byte[] body(HttpMessage request) {
        byte[] content = request.getHttpContent();
        return content == null || !request.getSysMethod().hasContent() ? new byte[0] : content;
    }
}
