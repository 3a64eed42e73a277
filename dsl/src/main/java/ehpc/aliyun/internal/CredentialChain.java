package ehpc.aliyun.internal;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import ehpc.aliyun.Identity;
import ehpc.api.ErrorCategory;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks the sources of credentials in order and uses the first that is configured. A failure of that source is final: credentials of a
 * later one would sign requests with an identity that the user did not choose.
 */
final class CredentialChain {

    private record Checked(CredentialSource source, CredentialCandidate candidate) {}

    private record Selected(
            CredentialSource source, CredentialCandidate candidate, AlibabaCloudCredentialsProvider provider) {}

    private final Sources sources;
    private final AccountSettings settings;
    private Selected selected;

    CredentialChain(Sources sources, AccountSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * Returns credentials that are valid now.
     *
     * @throws NoCredentials if no source has credentials, or the selected one fails
     */
    synchronized AlibabaCloudCredentials credentials() throws NoCredentials {
        if (selected == null) {
            selected = choose();
        }
        return fetch(selected);
    }

    private Selected choose() throws NoCredentials {
        List<Checked> passed = new ArrayList<>();
        for (CredentialSource source : sources.all()) {
            CredentialCandidate candidate = source.check().get();
            if (candidate.ready()) {
                return open(source, candidate);
            }
            passed.add(new Checked(source, candidate));
        }
        boolean missing =
                settings.exclusiveProfile().isPresent() && unusable(passed).isEmpty();
        throw new NoCredentials(missing ? ErrorCategory.PROFILE : category(passed), problem(passed));
    }

    private static Selected open(CredentialSource source, CredentialCandidate candidate) throws NoCredentials {
        try {
            return new Selected(source, candidate, candidate.provider().get());
        } catch (IllegalArgumentException e) {
            throw new NoCredentials(
                    ErrorCategory.CREDENTIALS,
                    source.name() + ": " + candidate.reason() + ", but its value is invalid");
        }
    }

    private static AlibabaCloudCredentials fetch(Selected from) throws NoCredentials {
        try {
            return from.provider().getCredentials();
        } catch (Exception e) {
            throw new NoCredentials(
                    ProviderFailure.category(e),
                    "no credentials from " + from.source().name() + " ("
                            + from.candidate().reason() + "): " + ProviderFailure.text(e));
        }
    }

    private static List<Checked> unusable(List<Checked> passed) {
        return passed.stream()
                .filter(checked -> checked.candidate().state() == CredentialCandidate.State.UNUSABLE)
                .toList();
    }

    private static ErrorCategory category(List<Checked> passed) {
        boolean profiles =
                unusable(passed).stream().anyMatch(checked -> checked.source().hasProfiles());
        return profiles ? ErrorCategory.PROFILE : ErrorCategory.CREDENTIALS;
    }

    private String problem(List<Checked> passed) {
        String unusable = unusable(passed).stream()
                .map(checked ->
                        checked.source().name() + ": " + checked.candidate().reason())
                .collect(Collectors.joining("; "));
        if (!unusable.isEmpty()) {
            return "no usable credentials; " + Sources.advice() + "; " + unusable;
        }
        return settings.exclusiveProfile()
                .map(name -> "profile '" + name + "' not found in " + CliConfig.FILE + " or " + CredentialsFile.FILE
                        + Nearest.hintOrAll(name, sources.profiles()))
                .orElse("no credentials; " + Sources.advice());
    }

    /** Returns the identity of the first usable source, with the outcome of every source. */
    synchronized Identity identity(Optional<String> region) {
        List<Identity.Candidate> candidates = new ArrayList<>();
        List<Checked> passed = new ArrayList<>();
        Checked first = null;
        String keyId = null;
        for (CredentialSource source : sources.all()) {
            if (first != null && source.remote()) {
                candidates.add(skipped(
                        source, "not checked: shadowed by " + first.source().name()));
                continue;
            }
            CredentialCandidate candidate = source.check().get();
            if (!candidate.ready()) {
                candidates.add(skipped(source, candidate.reason()));
                passed.add(new Checked(source, candidate));
            } else if (first != null) {
                candidates.add(new Identity.Candidate(
                        source.name(),
                        Identity.Outcome.SHADOWED,
                        candidate.reason() + "; shadowed by " + first.source().name()));
            } else {
                first = new Checked(source, candidate);
                keyId = used(first, candidates);
            }
        }
        return new Identity(
                Optional.ofNullable(first).map(checked -> checked.source().name()),
                Optional.ofNullable(keyId),
                region,
                Optional.ofNullable(first)
                        .flatMap(checked -> checked.candidate().profile()),
                candidates,
                keyId == null ? Optional.of(problem(candidates, passed)) : Optional.empty());
    }

    private String problem(List<Identity.Candidate> candidates, List<Checked> passed) {
        return candidates.stream()
                .filter(candidate -> candidate.outcome() == Identity.Outcome.FAILED)
                .findFirst()
                .map(Identity.Candidate::reason)
                .orElseGet(() -> problem(passed));
    }

    private static Identity.Candidate skipped(CredentialSource source, String reason) {
        return new Identity.Candidate(source.name(), Identity.Outcome.SKIPPED, reason);
    }

    private String used(Checked checked, List<Identity.Candidate> candidates) {
        String name = checked.source().name();
        try {
            if (selected == null || !selected.source().name().equals(name)) {
                selected = open(checked.source(), checked.candidate());
            }
            String id = fetch(selected).getAccessKeyId();
            candidates.add(new Identity.Candidate(
                    name, Identity.Outcome.USED, checked.candidate().reason()));
            return Secrets.shortened(id);
        } catch (NoCredentials e) {
            candidates.add(new Identity.Candidate(name, Identity.Outcome.FAILED, e.getMessage()));
            return null;
        }
    }
}
