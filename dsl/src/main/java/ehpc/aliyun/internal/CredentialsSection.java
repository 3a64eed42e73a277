package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import ehpc.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The credentials of a section of the SDKs' shared credentials file. */
final class CredentialsSection {

    private static final List<String> TYPES = List.of("access_key", "ram_role_arn", "ecs_ram_role", "oidc_role_arn");

    private final String name;
    private final ProfileFields fields;
    private final AccountSettings settings;
    private final Providers providers;

    CredentialsSection(String name, Map<String, String> fields, AccountSettings settings, Providers providers) {
        this.name = name;
        this.fields = new ProfileFields("section [" + name + "]", fields);
        this.settings = settings;
        this.providers = providers;
    }

    CredentialCandidate candidate() {
        if (!Boolean.parseBoolean(fields.text("enable"))) {
            return fields.unusable("is not enabled; add: enable = true").ofProfile(name);
        }
        String type = fields.text("type");
        CredentialCandidate candidate = switch (type) {
            case "access_key" ->
                fields.required("access_key_id", "access_key_secret").orElseGet(() -> ready(this::key));
            case "ram_role_arn" ->
                fields.required("access_key_id", "access_key_secret", "role_arn")
                        .orElseGet(() -> ready(() -> providers.assume(role(), key())));
            case "ecs_ram_role" -> fields.required("role_name").orElseGet(this::instance);
            case "oidc_role_arn" ->
                fields.required("role_arn", "oidc_provider_arn", "oidc_token_file_path")
                        .orElseGet(this::oidc);
            default ->
                fields.invalid("type must be one of " + String.join(", ", TYPES) + ", is '" + type + "'"
                        + Nearest.hint(type, TYPES));
        };
        return candidate.ofProfile(name);
    }

    private CredentialCandidate ready(Supplier<? extends AlibabaCloudCredentialsProvider> provider) {
        return CredentialCandidate.ready(fields.title() + ", type " + fields.text("type"), provider);
    }

    private AlibabaCloudCredentialsProvider key() {
        return providers.key(fields.text("access_key_id"), fields.text("access_key_secret"), null);
    }

    private CredentialCandidate instance() {
        return settings.isTrue("ALIBABA_CLOUD_ECS_METADATA_DISABLED")
                ? fields.unusable("cannot be used because ALIBABA_CLOUD_ECS_METADATA_DISABLED is set")
                : ready(() -> providers.instance(fields.text("role_name")));
    }

    private CredentialCandidate oidc() {
        String file = fields.text("oidc_token_file_path");
        return Files.isReadable(Path.of(file))
                ? ready(() -> providers.oidc(role(), fields.text("oidc_provider_arn"), file))
                : fields.unusable("has oidc_token_file_path " + file + ", which cannot be read");
    }

    private Role role() {
        Role base = Role.of(settings, fields.text("role_arn"));
        return new Role(
                base.arn(),
                fields.or("role_session_name", base.session()),
                null,
                fields.orNull("policy"),
                null,
                base.stsRegion(),
                base.vpc());
    }
}
