package ehpc.repl;

import ehpc.api.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The options that every command takes, read.
 *
 * @param output the form of the results; empty leaves it to the command
 */
record Options(
        boolean local,
        Optional<Integer> nodes,
        Optional<String> localExec,
        Optional<String> profile,
        Optional<String> region,
        Optional<String> endpoint,
        Optional<Format> output,
        ColorWish color,
        boolean quiet,
        boolean trace,
        boolean input) {

    static final int MOST_NODES = 10_000;
    private static final List<String> LOCAL_EXECS = List.of("auto", "bubblewrap", "unshare", "container", "host");

    /**
     * Reads the options as they were given.
     *
     * @param startsLocal whether the command itself starts a local service
     * @throws UsageException with everything that is wrong with them
     */
    static Options read(EhpcCommand given, boolean startsLocal) {
        List<String> problems = new ArrayList<>();
        Options options = new Options(
                given.local,
                optional(given.nodes, problems, n -> Numbers.within("--nodes", n, 1, MOST_NODES)),
                optional(given.localExec, problems, mode -> oneOf("--local-exec", mode, LOCAL_EXECS)),
                optional(given.profile, problems, name -> filled("--profile", name)),
                optional(given.region, problems, id -> filled("--region", id)),
                optional(given.endpoint, problems, url -> filled("--endpoint", url)),
                optional(given.output, problems, f -> enumValue("--output", f, Format.values())),
                optional(given.color, problems, c -> enumValue("--color", c, ColorWish.values()))
                        .orElse(ColorWish.AUTO),
                given.quiet,
                given.trace,
                !given.noInput);
        options.addContradictions(problems, startsLocal);
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return options;
    }

    private void addContradictions(List<String> problems, boolean startsLocal) {
        boolean localService = local || startsLocal;
        if (!localService && nodes.isPresent()) {
            problems.add("--nodes must come with --local");
        }
        if (!localService && localExec.isPresent()) {
            problems.add("--local-exec must come with --local");
        }
        if (localService && endpoint.isPresent()) {
            problems.add("--local and --endpoint must not be given together");
        }
        if (localService && profile.isPresent()) {
            problems.add("--local and --profile must not be given together");
        }
    }

    private static <T> Optional<T> optional(String text, List<String> problems, Function<String, T> reader) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (UsageException e) {
            problems.addAll(e.lines());
            return Optional.empty();
        }
    }

    private static String filled(String option, String text) {
        if (text.isBlank()) {
            throw new UsageException(option + " must not be empty");
        }
        return text;
    }

    private static <E extends Enum<E>> E enumValue(String option, String text, E[] values) {
        List<String> names = Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
        return values[names.indexOf(oneOf(option, text, names))];
    }

    private static String oneOf(String option, String text, List<String> names) {
        if (!names.contains(text)) {
            String last = names.get(names.size() - 1);
            String others = String.join(", ", names.subList(0, names.size() - 1));
            throw new UsageException(
                    option + " must be " + others + " or " + last + ", is '" + text + "'" + Nearest.hint(text, names));
        }
        return text;
    }
}
