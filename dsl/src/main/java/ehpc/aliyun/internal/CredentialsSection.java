package ehpc.aliyun.internal;

import ehpc.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a section of the SDKs' shared file of credentials offers. */
final class CredentialsSection {

    private static final List<String> TYPES = List.of("access_key", "ram_role_arn", "ecs_ram_role", "oidc_role_arn");

    private final String name;
    private final Map<String, String> fields;
    private final AccountSettings settings;
    private final Providers providers;

    CredentialsSection(String name, Map<String, String> fields, AccountSettings settings, Providers providers) {
        this.name = name;
        this.fields = fields;
        this.settings = settings;
        this.providers = providers;
    }

    CredentialCandidate offer() {
        if (!Boolean.parseBoolean(text("enable"))) {
            return bad("must have enable = true").of(name);
        }
        String type = text("type");
        CredentialCandidate offer = switch (type) {
            case "access_key" -> need("access_key_id", "access_key_secret").orElseGet(this::key);
            case "ram_role_arn" ->
                need("access_key_id", "access_key_secret", "role_arn").orElseGet(this::role);
            case "ecs_ram_role" -> need("role_name").orElseGet(this::instance);
            case "oidc_role_arn" ->
                need("role_arn", "oidc_provider_arn", "oidc_token_file_path").orElseGet(this::oidc);
            default ->
                bad("has type '" + type + "', type must be one of " + String.join(", ", TYPES)
                        + Nearest.hint(type, TYPES));
        };
        return offer.of(name);
    }

    private CredentialCandidate key() {
        return CredentialCandidate.ready(
                title(), () -> providers.key(text("access_key_id"), text("access_key_secret"), null));
    }

    private CredentialCandidate role() {
        return CredentialCandidate.ready(
                title(),
                () -> providers.assume(
                        target(), providers.key(text("access_key_id"), text("access_key_secret"), null)));
    }

    private CredentialCandidate instance() {
        return settings.says("ALIBABA_CLOUD_ECS_METADATA_DISABLED")
                ? bad("cannot be used because ALIBABA_CLOUD_ECS_METADATA_DISABLED is set")
                : CredentialCandidate.ready(title(), () -> providers.instance(text("role_name")));
    }

    private CredentialCandidate oidc() {
        String file = text("oidc_token_file_path");
        return Files.isReadable(Path.of(file))
                ? CredentialCandidate.ready(title(), () -> providers.oidc(target(), text("oidc_provider_arn"), file))
                : bad("has oidc_token_file_path " + file + ", which cannot be read");
    }

    private Role target() {
        Role base = Role.of(settings, text("role_arn"));
        return new Role(
                base.arn(),
                text("role_session_name").isEmpty() ? base.session() : text("role_session_name"),
                null,
                text("policy").isEmpty() ? null : text("policy"),
                null,
                base.stsRegion(),
                base.vpc());
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }

    private String title() {
        return "section [" + name + "], type " + text("type");
    }

    private CredentialCandidate bad(String what) {
        return CredentialCandidate.unusable("section [" + name + "] " + what);
    }

    private Optional<CredentialCandidate> need(String... names) {
        String missing = Stream.of(names).filter(field -> text(field).isEmpty()).collect(Collectors.joining(" and "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(bad("must have " + missing));
    }
}
