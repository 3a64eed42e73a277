package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import ehpc.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a profile of the aliyun command line offers, in each of the modes that SDK Core knows. */
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

    /** What the profile of that name offers; it must be one of the file's. */
    CredentialCandidate offer(String name) {
        return offer(name, List.of()).of(name);
    }

    private CredentialCandidate offer(String name, List<String> before) {
        var fields = new Fields(name, config.profiles().get(name));
        String mode = fields.text("mode");
        return switch (mode) {
            case "AK" -> key(fields, null);
            case "StsToken" -> key(fields, "sts_token");
            case "RamRoleArn" ->
                fields.need("access_key_id", "access_key_secret", "ram_role_arn")
                        .orElseGet(() -> role(
                                fields,
                                () -> providers.key(
                                        fields.text("access_key_id"), fields.text("access_key_secret"), null)));
            case "ChainableRamRoleArn" ->
                fields.need("source_profile", "ram_role_arn").orElseGet(() -> chained(fields, before));
            case "EcsRamRole" ->
                settings.says("ALIBABA_CLOUD_ECS_METADATA_DISABLED")
                        ? fields.bad("cannot be used because ALIBABA_CLOUD_ECS_METADATA_DISABLED is set")
                        : CredentialCandidate.ready(
                                fields.title(), () -> providers.instance(fields.orNull("ram_role_name")));
            case "OIDC" ->
                fields.need("ram_role_arn", "oidc_provider_arn", "oidc_token_file")
                        .orElseGet(() -> oidc(fields));
            default ->
                fields.bad("has mode '" + mode + "', mode must be one of " + String.join(", ", MODES)
                        + Nearest.hint(mode, MODES));
        };
    }

    private CredentialCandidate key(Fields fields, String token) {
        return fields.need(Stream.of("access_key_id", "access_key_secret", token)
                        .filter(field -> field != null)
                        .toArray(String[]::new))
                .orElseGet(() -> CredentialCandidate.ready(
                        fields.title(),
                        () -> providers.key(
                                fields.text("access_key_id"),
                                fields.text("access_key_secret"),
                                token == null ? null : fields.text(token))));
    }

    private CredentialCandidate chained(Fields fields, List<String> before) {
        String source = fields.text("source_profile");
        List<String> path = new ArrayList<>(before);
        path.add(fields.name);
        if (path.contains(source)) {
            return fields.bad("has source_profile '" + source + "', which must not lead back to itself");
        }
        if (!config.names().contains(source)) {
            return fields.bad("has source_profile '" + source + "', which must be a profile of " + CliConfig.FILE
                    + Nearest.hint(source, config.names()));
        }
        CredentialCandidate inner = offer(source, path);
        return inner.ready() ? role(fields, inner.provider()) : inner;
    }

    private CredentialCandidate role(Fields fields, Supplier<? extends AlibabaCloudCredentialsProvider> as) {
        Role role = fields.role(settings);
        return role.problem()
                .map(problem -> fields.bad("must be right: " + problem))
                .orElseGet(() -> CredentialCandidate.ready(fields.title(), () -> providers.assume(role, as.get())));
    }

    private CredentialCandidate oidc(Fields fields) {
        Role role = fields.role(settings);
        String file = fields.text("oidc_token_file");
        if (!Files.isReadable(Path.of(file))) {
            return fields.bad("has oidc_token_file " + file + ", which cannot be read");
        }
        return role.problem()
                .map(problem -> fields.bad("must be right: " + problem))
                .orElseGet(() -> CredentialCandidate.ready(
                        fields.title(), () -> providers.oidc(role, fields.text("oidc_provider_arn"), file)));
    }

    /** The fields of one profile. */
    private record Fields(String name, Map<String, Object> values) {

        String text(String field) {
            Object value = values.get(field);
            return value == null ? "" : value.toString().strip();
        }

        String orNull(String field) {
            return text(field).isEmpty() ? null : text(field);
        }

        String title() {
            return "profile '" + name + "', mode " + text("mode");
        }

        CredentialCandidate bad(String what) {
            return CredentialCandidate.unusable("profile '" + name + "' " + what);
        }

        /** Returns an unusable offer when one of the fields is empty. */
        Optional<CredentialCandidate> need(String... fields) {
            String missing =
                    Stream.of(fields).filter(field -> text(field).isEmpty()).collect(Collectors.joining(" and "));
            return missing.isEmpty() ? Optional.empty() : Optional.of(bad("must have " + missing));
        }

        Role role(AccountSettings settings) {
            Role base = Role.of(settings, text("ram_role_arn"));
            return new Role(
                    base.arn(),
                    text("ram_session_name").isEmpty() ? base.session() : text("ram_session_name"),
                    seconds(),
                    orNull("policy"),
                    orNull("external_id"),
                    text("sts_region").isEmpty() ? base.stsRegion() : text("sts_region"),
                    values.get("enable_vpc") instanceof Boolean vpc ? vpc : base.vpc());
        }

        private Integer seconds() {
            return values.get("expired_seconds") instanceof Number number && number.intValue() != 0
                    ? number.intValue()
                    : null;
        }
    }
}
