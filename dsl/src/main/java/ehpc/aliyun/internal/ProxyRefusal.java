package ehpc.aliyun.internal;

import java.io.IOException;

/** Thrown if the proxy refuses a tunnel to the service. */
final class ProxyRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ProxyRefusal(int status) {
        super("HTTP " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
