package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import java.time.Duration;

/** A provider that is asked again only after a while. */
final class CachingProvider implements AlibabaCloudCredentialsProvider {

    private static final long WHILE = Duration.ofMinutes(3).toNanos();

    private final AlibabaCloudCredentialsProvider asked;
    private AlibabaCloudCredentials last;
    private long since;

    CachingProvider(AlibabaCloudCredentialsProvider asked) {
        this.asked = asked;
    }

    @Override
    public synchronized AlibabaCloudCredentials getCredentials() throws ClientException {
        if (last == null || System.nanoTime() - since > WHILE) {
            last = asked.getCredentials();
            since = System.nanoTime();
        }
        return last;
    }
}
