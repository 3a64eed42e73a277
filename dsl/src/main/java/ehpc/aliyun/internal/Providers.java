package ehpc.aliyun.internal;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.InstanceProfileCredentialsProvider;
import com.aliyuncs.auth.OIDCCredentialsProvider;
import com.aliyuncs.auth.STSAssumeRoleSessionCredentialsProvider;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.auth.URLCredentialsProvider;
import com.aliyuncs.http.HttpUtil;
import com.aliyuncs.profile.DefaultProfile;
import java.util.function.Supplier;

/**
 * SDK Core's credential providers, with every value handed to them: left alone they read the process's environment and home
 * directory themselves.
 */
final class Providers {

    private final Supplier<HttpExchange> wire;
    private final AccountSettings settings;

    Providers(Supplier<HttpExchange> wire, AccountSettings settings) {
        this.wire = wire;
        this.settings = settings;
    }

    /** Returns an access key; the token is null for a lasting one. */
    AlibabaCloudCredentialsProvider key(String id, String secret, String token) {
        return new StaticCredentialsProvider(
                token == null ? new BasicCredentials(id, secret) : new BasicSessionCredentials(id, secret, token));
    }

    /** Returns a role that another identity takes on. */
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

    /** Returns a role that the bearer of an OIDC token takes on. */
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

    /** Returns the role of the ECS instance that this runs on; null finds the role's name as well. */
    AlibabaCloudCredentialsProvider instance(String roleName) {
        silence();
        return InstanceProfileCredentialsProvider.builder()
                .roleName(roleName)
                .disableIMDSv1(settings.says("ALIBABA_CLOUD_IMDSV1_DISABLED"))
                .build();
    }

    /** Credentials that a web address hands out; asked again every few minutes, since the SDK asks for every request. */
    AlibabaCloudCredentialsProvider address(String uri) {
        silence();
        return new CachingProvider(URLCredentialsProvider.builder()
                .credentialsURI(uri)
                .connectionTimeout(settings.timeouts().connectMillis())
                .readTimeout(settings.timeouts().readMillis())
                .build());
    }

    // With DEBUG=sdk in the environment SDK Core logs requests and answers with all that is in them. The switch is the
    // SDK's own, one for the whole program.
    private static void silence() {
        HttpUtil.setIsHttpDebug(false);
        HttpUtil.setIsHttpContentDebug(false);
    }
}
