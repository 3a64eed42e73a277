package ehpc.aliyun.internal;

import com.aliyuncs.CommonRpcRequest;
import com.aliyuncs.auth.ISignatureComposer;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** SDK Core's generic RPC request, with the parameters in the body or the query, as the method requires. */
final class RpcCall extends CommonRpcRequest {

    RpcCall(String product, String version, String action, String method, Map<String, String> parameters) {
        super(product, version, action);
        composer = new Dated(composer);
        setSysMethod(MethodType.valueOf(method));
        putHeaderParameter("x-acs-action", action);
        putHeaderParameter("x-acs-version", version);
        putHeaderParameter("Accept-Encoding", "identity");
        boolean inBody = getSysMethod().hasContent();
        parameters.forEach((name, value) -> {
            if (inBody) {
                putBodyParameter(name, value);
            } else {
                putQueryParameter(name, value);
            }
        });
    }

    /** Writes the timestamp itself: SDK Core uses the calendar of the user's locale, with the year 2568 in Thailand. */
    private record Dated(ISignatureComposer sdk) implements ISignatureComposer {

        @Override
        public Map<String, String> refreshSignParameters(
                Map<String, String> parameters, Signer signer, String accessKeyId, FormatType format) {
            Map<String, String> refreshed = sdk.refreshSignParameters(parameters, signer, accessKeyId, format);
            refreshed.put(
                    "Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            return refreshed;
        }

        @Override
        public String composeStringToSign(
                MethodType method,
                String uriPattern,
                Signer signer,
                Map<String, String> queries,
                Map<String, String> headers,
                Map<String, String> paths) {
            return sdk.composeStringToSign(method, uriPattern, signer, queries, headers, paths);
        }

        @Override
        public String getAuthorization(Signer signer, String accessKeyId, String signature) {
            return sdk.getAuthorization(signer, accessKeyId, signature);
        }
    }
}
