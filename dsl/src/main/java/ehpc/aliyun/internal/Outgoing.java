package ehpc.aliyun.internal;

import java.util.Map;

/**
 * A signed request as it leaves.
 *
 * @param endpoint where it goes
 * @param method GET, POST or the like
 * @param target path and query; holds the signature, so it is in no text of this record
 * @param headers names and values
 * @param body bytes to send; empty for none
 * @param signed the text that was signed, empty when nothing was
 */
record Outgoing(
        Endpoint endpoint, String method, String target, Map<String, String> headers, byte[] body, String signed) {

    @Override
    public String toString() {
        return method + " " + endpoint;
    }
}
