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
 * Looks through the places where credentials may lie and keeps to the first that has some. Once one is found to be meant, its
 * failure is final: going on to another would act as somebody else.
 */
final class CredentialChain {

    private record Looked(CredentialSource source, CredentialCandidate offer) {}

    private record Winner(
            CredentialSource source, CredentialCandidate offer, AlibabaCloudCredentialsProvider provider) {}

    private final Sources sources;
    private final AccountSettings settings;
    private Winner winner;

    CredentialChain(Sources sources, AccountSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * Credentials that are valid now.
     *
     * @throws NoCredentials if no source has credentials, or the selected one fails
     */
    synchronized AlibabaCloudCredentials credentials() throws NoCredentials {
        if (winner == null) {
            winner = choose();
        }
        return fetch(winner);
    }

    private Winner choose() throws NoCredentials {
        List<Looked> passed = new ArrayList<>();
        for (CredentialSource source : sources.all()) {
            CredentialCandidate offer = source.look().get();
            if (offer.ready()) {
                return open(source, offer);
            }
            passed.add(new Looked(source, offer));
        }
        boolean missing =
                settings.bindingProfile().isPresent() && unusable(passed).isEmpty();
        throw new NoCredentials(missing ? ErrorCategory.PROFILE : category(passed), nothing(passed));
    }

    private static Winner open(CredentialSource source, CredentialCandidate offer) throws NoCredentials {
        try {
            return new Winner(source, offer, offer.provider().get());
        } catch (IllegalArgumentException e) {
            throw new NoCredentials(
                    ErrorCategory.CREDENTIALS, source.name() + ": " + offer.reason() + ", but its value is not usable");
        }
    }

    private static AlibabaCloudCredentials fetch(Winner from) throws NoCredentials {
        try {
            return from.provider().getCredentials();
        } catch (Exception e) {
            throw new NoCredentials(
                    ProviderFailure.category(e),
                    "no credentials from " + from.source().name() + " ("
                            + from.offer().reason() + "): " + ProviderFailure.text(e));
        }
    }

    private static List<Looked> unusable(List<Looked> passed) {
        return passed.stream()
                .filter(looked -> looked.offer().state() == CredentialCandidate.State.UNUSABLE)
                .toList();
    }

    /** Returns a file of profiles that cannot be used is about profiles, whatever else could not be used. */
    private static ErrorCategory category(List<Looked> passed) {
        boolean profiles =
                unusable(passed).stream().anyMatch(looked -> looked.source().ofProfiles());
        return profiles ? ErrorCategory.PROFILE : ErrorCategory.CREDENTIALS;
    }

    private String nothing(List<Looked> passed) {
        String unusable = unusable(passed).stream()
                .map(looked -> looked.source().name() + ": " + looked.offer().reason())
                .collect(Collectors.joining("; "));
        if (!unusable.isEmpty()) {
            return "no usable credentials; " + Sources.advice() + "; " + unusable;
        }
        return settings.bindingProfile()
                .map(name -> "profile '" + name + "' must be one of " + CliConfig.FILE + " or " + CredentialsFile.FILE
                        + known(name))
                .orElse("no credentials; " + Sources.advice());
    }

    private String known(String name) {
        return Nearest.hintOrAll(name, sources.profiles());
    }

    /** Which place wins and what is with the others. */
    synchronized Identity identity(Optional<String> region) {
        List<Identity.Candidate> candidates = new ArrayList<>();
        List<Looked> passed = new ArrayList<>();
        Looked first = null;
        String keyId = null;
        for (CredentialSource source : sources.all()) {
            if (first != null && source.costly()) {
                candidates.add(skipped(source, "not asked: " + first.source().name() + " won"));
                continue;
            }
            CredentialCandidate offer = source.look().get();
            if (!offer.ready()) {
                candidates.add(skipped(source, offer.reason()));
                passed.add(new Looked(source, offer));
            } else if (first != null) {
                candidates.add(new Identity.Candidate(
                        source.name(),
                        Identity.Outcome.SHADOWED,
                        offer.reason() + "; shadowed by " + first.source().name()));
            } else {
                first = new Looked(source, offer);
                keyId = used(first, candidates);
            }
        }
        return new Identity(
                Optional.ofNullable(first).map(looked -> looked.source().name()),
                Optional.ofNullable(keyId),
                region,
                Optional.ofNullable(first).flatMap(looked -> looked.offer().profile()),
                candidates,
                keyId == null ? Optional.of(problem(candidates, passed)) : Optional.empty());
    }

    private String problem(List<Identity.Candidate> candidates, List<Looked> passed) {
        return candidates.stream()
                .filter(candidate -> candidate.outcome() == Identity.Outcome.FAILED)
                .findFirst()
                .map(Identity.Candidate::reason)
                .orElseGet(() -> nothing(passed));
    }

    private static Identity.Candidate skipped(CredentialSource source, String reason) {
        return new Identity.Candidate(source.name(), Identity.Outcome.SKIPPED, reason);
    }

    private String used(Looked looked, List<Identity.Candidate> candidates) {
        String name = looked.source().name();
        try {
            if (winner == null || !winner.source().name().equals(name)) {
                winner = open(looked.source(), looked.offer());
            }
            String id = fetch(winner).getAccessKeyId();
            candidates.add(new Identity.Candidate(
                    name, Identity.Outcome.USED, looked.offer().reason()));
            return Secrets.shortened(id);
        } catch (NoCredentials e) {
            candidates.add(new Identity.Candidate(name, Identity.Outcome.FAILED, e.getMessage()));
            return null;
        }
    }
}
