package ehpc.aliyun.internal;

import ehpc.text.Nearest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The sources of credentials, in SDK Core's order. */
final class Sources {

    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";
    private static final String ROLE = "ALIBABA_CLOUD_ROLE_ARN";
    private static final String OIDC_PROVIDER = "ALIBABA_CLOUD_OIDC_PROVIDER_ARN";
    private static final String OIDC_FILE = "ALIBABA_CLOUD_OIDC_TOKEN_FILE";

    private static final String PROPERTY_ID = "alibabacloud.accessKeyId";
    private static final String PROPERTY_SECRET = "alibabacloud.accessKeySecret";
    private static final String PROPERTY_TOKEN = "alibabacloud.sessionToken";

    // Outside ECS this address does not answer. One short attempt avoids the SDK's four attempts of one second each.
    private static final int METADATA_MILLIS = 300;

    private final AccountSettings settings;
    private final Providers providers;
    private final InetSocketAddress metadata;

    Sources(AccountSettings settings, Providers providers, InetSocketAddress metadata) {
        this.settings = settings;
        this.providers = providers;
        this.metadata = metadata;
    }

    List<CredentialSource> all() {
        List<CredentialSource> all = new ArrayList<>();
        settings.key()
                .ifPresent(key -> all.add(new CredentialSource(
                        "given access key",
                        () -> CredentialCandidate.ready(
                                "set by the program", () -> providers.key(key.id(), key.secret(), null)))));
        all.add(new CredentialSource("Java system properties", unlessProfile(this::properties)));
        all.add(new CredentialSource("environment variables", unlessProfile(this::environment)));
        all.add(new CredentialSource("OIDC variables", unlessProfile(this::oidc)));
        all.add(CredentialSource.profiles(CliConfig.FILE, this::cliProfile));
        all.add(CredentialSource.profiles(CredentialsFile.read(settings).file(), this::section));
        all.add(CredentialSource.remote("ECS RAM role", unlessProfile(this::instance)));
        all.add(new CredentialSource("ALIBABA_CLOUD_CREDENTIALS_URI", unlessProfile(this::address)));
        return all;
    }

    /** Returns the names of all profiles in both files. */
    Set<String> profiles() {
        Set<String> names = new TreeSet<>(CliConfig.read(settings.home()).names());
        names.addAll(CredentialsFile.read(settings).names());
        return names;
    }

    private Supplier<CredentialCandidate> unlessProfile(Supplier<CredentialCandidate> check) {
        return () -> settings.exclusiveProfile()
                .map(name -> CredentialCandidate.absent("not checked: profile '" + name + "' is selected"))
                .orElseGet(check);
    }

    private CredentialCandidate properties() {
        Function<String, Optional<String>> property =
                name -> Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isEmpty());
        Optional<String> secret =
                property.apply("alibabacloud.accessKeyIdSecret").or(() -> property.apply(PROPERTY_SECRET));
        return key(PROPERTY_ID, property.apply(PROPERTY_ID), PROPERTY_SECRET, secret, property.apply(PROPERTY_TOKEN));
    }

    private CredentialCandidate environment() {
        return key(ID, settings.variable(ID), SECRET, settings.variable(SECRET), settings.variable(TOKEN));
    }

    private CredentialCandidate key(
            String idName, Optional<String> id, String secretName, Optional<String> secret, Optional<String> token) {
        if (id.isEmpty() && secret.isEmpty()) {
            return CredentialCandidate.absent(idName + " is not set");
        }
        if (id.isEmpty() || secret.isEmpty()) {
            return CredentialCandidate.unusable((id.isEmpty() ? idName : secretName) + " must be set as well");
        }
        return CredentialCandidate.ready(
                idName + " is set" + (token.isEmpty() ? "" : ", with a token"),
                () -> providers.key(id.get(), secret.get(), token.orElse(null)));
    }

    private CredentialCandidate oidc() {
        List<String> names = List.of(ROLE, OIDC_PROVIDER, OIDC_FILE);
        String missing =
                names.stream().filter(name -> settings.variable(name).isEmpty()).collect(Collectors.joining(" and "));
        // The variable of the role is also used by other ways of signing in.
        if (settings.variable(OIDC_PROVIDER).isEmpty()
                && settings.variable(OIDC_FILE).isEmpty()) {
            return CredentialCandidate.absent(OIDC_FILE + " is not set");
        }
        if (!missing.isEmpty()) {
            return CredentialCandidate.unusable(missing + " must be set as well");
        }
        String file = settings.variable(OIDC_FILE).orElseThrow();
        if (!Files.isReadable(Path.of(file))) {
            return CredentialCandidate.unusable(OIDC_FILE + " must be a readable file, is " + file);
        }
        Role role = Role.of(settings, settings.variable(ROLE).orElseThrow());
        String provider = settings.variable(OIDC_PROVIDER).orElseThrow();
        return CredentialCandidate.ready("role " + role.arn(), () -> providers.oidc(role, provider, file));
    }

    private CredentialCandidate cliProfile() {
        if (settings.isTrue("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) {
            return CredentialCandidate.absent("ALIBABA_CLOUD_CLI_PROFILE_DISABLED is set");
        }
        CliConfig config = CliConfig.read(settings.home());
        if (config.state() != CliConfig.State.READ) {
            return config.state() == CliConfig.State.MISSING
                    ? CredentialCandidate.absent(config.problem())
                    : CredentialCandidate.unusable(config.problem());
        }
        String name = settings.selectedProfile().orElse(config.defaultProfile());
        if (config.names().contains(name)) {
            return new CliProfile(config, settings, providers).candidate(name);
        }
        String missing = "profile '" + name + "' not found" + Nearest.hintOrAll(name, config.names());
        boolean selectedByFile =
                settings.selectedProfile().isEmpty() && !config.current().isEmpty();
        return selectedByFile ? CredentialCandidate.unusable(missing) : CredentialCandidate.absent(missing);
    }

    private CredentialCandidate section() {
        CredentialsFile file = CredentialsFile.read(settings);
        if (!file.problem().isEmpty()) {
            return file.exists()
                    ? CredentialCandidate.unusable(file.problem())
                    : CredentialCandidate.absent(file.problem());
        }
        String name = settings.selectedProfile().orElse("default");
        return file.names().contains(name)
                ? new CredentialsSection(name, file.sections().get(name), settings, providers).candidate()
                : CredentialCandidate.absent("section [" + name + "] not found" + Nearest.hint(name, file.names()));
    }

    private CredentialCandidate instance() {
        if (settings.isTrue("ALIBABA_CLOUD_ECS_METADATA_DISABLED")) {
            return CredentialCandidate.absent("ALIBABA_CLOUD_ECS_METADATA_DISABLED is set");
        }
        try (Socket socket = new Socket()) {
            socket.connect(metadata, METADATA_MILLIS);
        } catch (IOException e) {
            return CredentialCandidate.absent("not on ECS: no answer from " + metadata.getHostString());
        }
        try {
            var provider = providers.instance(
                    settings.variable("ALIBABA_CLOUD_ECS_METADATA").orElse(null));
            provider.getCredentials();
            return CredentialCandidate.ready("metadata service at " + metadata.getHostString(), () -> provider);
        } catch (Exception e) {
            return CredentialCandidate.unusable(ProviderFailure.text(e));
        }
    }

    private CredentialCandidate address() {
        return settings.variable("ALIBABA_CLOUD_CREDENTIALS_URI")
                .map(uri -> CredentialCandidate.ready("set", () -> providers.address(uri)))
                .orElseGet(() -> CredentialCandidate.absent("not set"));
    }

    /** Returns the correction if no source has credentials. */
    static String advice() {
        return "set " + ID + " and " + SECRET + ", or create a profile with 'aliyun configure'";
    }
}
