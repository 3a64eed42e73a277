package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import ehpc.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The credentials of a profile of the aliyun command line, in each of the modes that SDK Core supports. */
final class CliProfile {

    private static final List<String> MODES =
            List.of("AK", "StsToken", "RamRoleArn", "ChainableRamRoleArn", "EcsRamRole", "OIDC");

    private final CliConfig config;
    private final AccountSettings settings;
    private final Providers providers;

    CliProfile(CliConfig config, AccountSettings settings, Providers providers) {
        this.config = config;
        this.settings = settings;
        this.providers = providers;
    }

    /** Returns the credentials of an existing profile. */
    CredentialCandidate candidate(String name) {
        return candidate(name, List.of()).ofProfile(name);
    }

    private CredentialCandidate candidate(String name, List<String> before) {
        var fields =
                new ProfileFields("profile '" + name + "'", config.profiles().get(name));
        String mode = fields.text("mode");
        return switch (mode) {
            case "AK" -> fields.required("access_key_id", "access_key_secret").orElseGet(() -> key(fields, null));
            case "StsToken" ->
                fields.required("access_key_id", "access_key_secret", "sts_token")
                        .orElseGet(() -> key(fields, fields.text("sts_token")));
            case "RamRoleArn" ->
                fields.required("access_key_id", "access_key_secret", "ram_role_arn")
                        .orElseGet(() -> role(fields, key(fields, null).provider()));
            case "ChainableRamRoleArn" ->
                fields.required("source_profile", "ram_role_arn").orElseGet(() -> chained(fields, name, before));
            case "EcsRamRole" ->
                settings.isTrue("ALIBABA_CLOUD_ECS_METADATA_DISABLED")
                        ? fields.unusable("cannot be used because ALIBABA_CLOUD_ECS_METADATA_DISABLED is set")
                        : CredentialCandidate.ready(
                                title(fields), () -> providers.instance(fields.orNull("ram_role_name")));
            case "OIDC" ->
                fields.required("ram_role_arn", "oidc_provider_arn", "oidc_token_file")
                        .orElseGet(() -> oidc(fields));
            default ->
                fields.invalid("mode must be one of " + String.join(", ", MODES) + ", is '" + mode + "'"
                        + Nearest.hint(mode, MODES));
        };
    }

    private CredentialCandidate key(ProfileFields fields, String token) {
        return CredentialCandidate.ready(
                title(fields),
                () -> providers.key(fields.text("access_key_id"), fields.text("access_key_secret"), token));
    }

    private CredentialCandidate chained(ProfileFields fields, String name, List<String> before) {
        String source = fields.text("source_profile");
        List<String> path = new ArrayList<>(before);
        path.add(name);
        if (path.contains(source)) {
            return fields.unusable("has source_profile '" + source + "', which refers back to '" + name + "'");
        }
        if (!config.names().contains(source)) {
            return fields.unusable("has source_profile '" + source + "', which is not in " + CliConfig.FILE
                    + Nearest.hint(source, config.names()));
        }
        CredentialCandidate inner = candidate(source, path);
        return inner.ready() ? role(fields, inner.provider()) : inner;
    }

    private CredentialCandidate role(ProfileFields fields, Supplier<? extends AlibabaCloudCredentialsProvider> as) {
        Role role = role(fields);
        return role.problem()
                .map(fields::invalid)
                .orElseGet(() -> CredentialCandidate.ready(title(fields), () -> providers.assume(role, as.get())));
    }

    private CredentialCandidate oidc(ProfileFields fields) {
        Role role = role(fields);
        String file = fields.text("oidc_token_file");
        if (!Files.isReadable(Path.of(file))) {
            return fields.unusable("has oidc_token_file " + file + ", which cannot be read");
        }
        return role.problem()
                .map(fields::invalid)
                .orElseGet(() -> CredentialCandidate.ready(
                        title(fields), () -> providers.oidc(role, fields.text("oidc_provider_arn"), file)));
    }

    private static String title(ProfileFields fields) {
        return fields.title() + ", mode " + fields.text("mode");
    }

    private Role role(ProfileFields fields) {
        Role base = Role.of(settings, fields.text("ram_role_arn"));
        return new Role(
                base.arn(),
                fields.or("ram_session_name", base.session()),
                fields.values().get("expired_seconds") instanceof Number number && number.intValue() != 0
                        ? number.intValue()
                        : null,
                fields.orNull("policy"),
                fields.orNull("external_id"),
                fields.or("sts_region", base.stsRegion()),
                fields.values().get("enable_vpc") instanceof Boolean vpc ? vpc : base.vpc());
    }
}
