package ehpc.aliyun.internal;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.InstanceProfileCredentialsProvider;
import com.aliyuncs.auth.OIDCCredentialsProvider;
import com.aliyuncs.auth.STSAssumeRoleSessionCredentialsProvider;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.auth.URLCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.HttpUtil;
import com.aliyuncs.profile.DefaultProfile;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Creates SDK Core's credential providers with all settings. By default they read the environment and the home directory of the
 * process.
 */
final class Providers {

    private final Supplier<HttpExchange> wire;
    private final AccountSettings settings;

    Providers(Supplier<HttpExchange> wire, AccountSettings settings) {
        this.wire = wire;
        this.settings = settings;
    }

    /** Returns the provider of an access key; the token is null for a permanent one. */
    AlibabaCloudCredentialsProvider key(String id, String secret, String token) {
        return new StaticCredentialsProvider(
                token == null ? new BasicCredentials(id, secret) : new BasicSessionCredentials(id, secret, token));
    }

    /** Returns the provider of a role that another identity assumes. */
    AlibabaCloudCredentialsProvider assume(Role role, AlibabaCloudCredentialsProvider as) {
        silence();
        DefaultProfile profile = DefaultProfile.getProfile(role.stsRegion());
        profile.setCloseTrace(true);
        DefaultAcsClient client = new DefaultAcsClient(profile, as);
        client.setHttpClient(new QuietHttpClient(wire.get()));
        return STSAssumeRoleSessionCredentialsProvider.builder()
                .credentialsProvider(as)
                .roleArn(role.arn())
                .roleSessionName(role.session())
                .durationSeconds(role.seconds())
                .policy(role.policy())
                .externalId(role.externalId())
                .stsRegionId(role.stsRegion())
                .enableVpc(role.vpc())
                .connectionTimeout(settings.timeouts().connectMillis())
                .readTimeout(settings.timeouts().readMillis())
                .build()
                .withSTSClient(client);
    }

    /** Returns the provider of a role that the owner of an OIDC token assumes. */
    AlibabaCloudCredentialsProvider oidc(Role role, String providerArn, String tokenFile) {
        silence();
        return OIDCCredentialsProvider.builder()
                .roleArn(role.arn())
                .oidcProviderArn(providerArn)
                .oidcTokenFilePath(tokenFile)
                .roleSessionName(role.session())
                .durationSeconds(role.seconds())
                .policy(role.policy())
                .stsRegionId(role.stsRegion())
                .enableVpc(role.vpc())
                .connectionTimeout(settings.timeouts().connectMillis())
                .readTimeout(settings.timeouts().readMillis())
                .build();
    }

    /** Returns the provider of the role of this ECS instance; its name is looked up if null. */
    AlibabaCloudCredentialsProvider instance(String roleName) {
        silence();
        return InstanceProfileCredentialsProvider.builder()
                .roleName(roleName)
                .disableIMDSv1(settings.isTrue("ALIBABA_CLOUD_IMDSV1_DISABLED"))
                .build();
    }

    /** Returns the provider of credentials at a URL, cached because the SDK fetches them for every request. */
    AlibabaCloudCredentialsProvider address(String uri) {
        silence();
        return new CachingProvider(URLCredentialsProvider.builder()
                .credentialsURI(uri)
                .connectionTimeout(settings.timeouts().connectMillis())
                .readTimeout(settings.timeouts().readMillis())
                .build());
    }

    // With DEBUG=sdk in the environment, SDK Core logs complete requests and answers. This switch of the SDK applies to
    // the
    // entire program.
    private static void silence() {
        HttpUtil.setIsHttpDebug(false);
        HttpUtil.setIsHttpContentDebug(false);
    }

    /** Caches the credentials of another provider for some minutes. */
    private static final class CachingProvider implements AlibabaCloudCredentialsProvider {

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
}
