package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import java.time.Duration;

/** Caches the credentials of another provider for some minutes. */
final class CachingProvider implements AlibabaCloudCredentialsProvider {

    private static final long LIFETIME = Duration.ofMinutes(3).toNanos();

    private final AlibabaCloudCredentialsProvider source;
    private AlibabaCloudCredentials last;
    private long fetchedAt;

    CachingProvider(AlibabaCloudCredentialsProvider source) {
        this.source = source;
    }

    @Override
    public synchronized AlibabaCloudCredentials getCredentials() throws ClientException {
        if (last == null || System.nanoTime() - fetchedAt > LIFETIME) {
            last = source.getCredentials();
            fetchedAt = System.nanoTime();
        }
        return last;
    }
}
