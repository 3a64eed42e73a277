package ehpc.repl;

import ehpc.api.Catalogue;
import ehpc.api.Phrases;
import ehpc.local.LocalOptions;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.faults.FaultFile;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.ColorMode;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The common options.
 *
 * @param faults the faults that the local service plays
 * @param output the form of the results; empty for the command's default
 * @param debug whether to print stack traces of errors
 * @param trace whether to print requests to the service
 * @param journal whether changes are recorded in a journal
 * @param marker whether commands get a marker
 * @param deadline the time for the command; empty for any
 */
record Options(
        boolean local,
        Optional<Integer> nodes,
        Optional<String> localExec,
        Optional<FaultFile> faults,
        Optional<String> profile,
        Optional<String> region,
        Optional<String> endpoint,
        Optional<Format> output,
        ColorMode color,
        boolean debug,
        boolean trace,
        boolean input,
        boolean yes,
        boolean journal,
        boolean marker,
        Optional<TimeSpan> deadline) {

    static final String DEADLINE = "--deadline";
    static final String YES = "--yes";
    static final String NO_JOURNAL = "--no-journal";
    static final String NO_MARKER = "--no-marker";

    private static final int MOST_NODES = LocalOptions.MAX_COMPUTE_NODES;
    private static final List<String> WITH_VALUE = List.of(
            "--nodes",
            "--local-exec",
            "--faults",
            "--seed",
            "--profile",
            "--region",
            "--endpoint",
            "--output",
            "--color",
            "--deadline");
    private static final List<String> ONLY_LOCAL = List.of("--nodes", "--local-exec", "--faults", "--seed");
    private static final List<String> ONLY_REMOTE = List.of("--endpoint", "--profile");
    static final List<String> LOCAL_EXECS = List.of("auto", "bubblewrap", "unshare", "container", "host");

    /**
     * Reads the options.
     *
     * @param given the parsed options
     * @param startsLocal whether the command itself starts a local service
     * @throws UsageException if they have problems; the exception lists all of them
     * @throws ehpc.repl.internal.faults.FaultFileException if only the fault file has problems
     */
    static Options read(ParsedArguments given, boolean startsLocal) {
        List<String> problems = new ArrayList<>();
        given.twice(WITH_VALUE).forEach(name -> problems.add(name + " must be given once, is given twice"));
        boolean local = given.flag("--local");
        Optional<String> faults = value("--faults", given, problems, name -> nonBlank("--faults", name));
        Optional<Long> seed = value("--seed", given, problems, WholeNumbers::seed);
        Options options = new Options(
                local,
                value("--nodes", given, problems, n -> WholeNumbers.within("--nodes", n, 1, MOST_NODES)),
                value("--local-exec", given, problems, mode -> oneOf("--local-exec", mode, LOCAL_EXECS)),
                Optional.empty(),
                value("--profile", given, problems, name -> nonBlank("--profile", name)),
                value("--region", given, problems, Options::region),
                value("--endpoint", given, problems, url -> nonBlank("--endpoint", url)),
                value("--output", given, problems, f -> enumValue("--output", f, Format.values())),
                value("--color", given, problems, c -> enumValue("--color", c, ColorMode.values()))
                        .orElse(ColorMode.AUTO),
                given.flag("--debug"),
                given.flag("--trace"),
                !given.flag("--no-input"),
                given.flag(YES),
                !given.flag(NO_JOURNAL),
                !given.flag(NO_MARKER),
                value(DEADLINE, given, problems, Options::deadline));
        addContradictions(given, startsLocal || local, problems);
        if (given.flag("--seed") && !given.flag("--faults")) {
            problems.add("--seed must be given with --faults");
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return faults.map(file -> options.with(FaultFile.read(file, seed))).orElse(options);
    }

    /** Returns whether commands get a marker: the journal adds it, and a local service has none. */
    boolean marks() {
        return journal && marker && !local;
    }

    private Options with(FaultFile file) {
        return new Options(
                local,
                nodes,
                localExec,
                Optional.of(file),
                profile,
                region,
                endpoint,
                output,
                color,
                debug,
                trace,
                input,
                yes,
                journal,
                marker,
                deadline);
    }

    private static void addContradictions(ParsedArguments given, boolean localService, List<String> problems) {
        for (String option : localService ? ONLY_REMOTE : ONLY_LOCAL) {
            if (given.flag(option)) {
                problems.add(
                        localService
                                ? "--local and " + option + " must not be given together"
                                : option + " must be given with --local");
            }
        }
    }

    private static <T> Optional<T> value(
            String name, ParsedArguments given, List<String> problems, Function<String, T> reader) {
        try {
            return given.value(name).map(reader);
        } catch (UsageException e) {
            problems.addAll(e.lines());
            return Optional.empty();
        }
    }

    private static String nonBlank(String option, String text) {
        if (text.isBlank()) {
            throw new UsageException(option + " must not be empty");
        }
        return text;
    }

    private static TimeSpan deadline(String text) {
        TimeSpan time = TimeSpan.of(DEADLINE, text);
        if (time.duration().isZero()) {
            throw new UsageException(DEADLINE + " must be 1s or more, is " + text);
        }
        return time;
    }

    private static String region(String id) {
        Catalogue.ehpc().regions().meantBy(nonBlank("--region", id)).ifPresent(meant -> {
            throw new UsageException("unknown region '" + id + "'; did you mean '" + meant + "'?");
        });
        return id;
    }

    private static <E extends Enum<E>> E enumValue(String option, String text, E[] values) {
        List<String> names = names(values);
        return values[names.indexOf(oneOf(option, text, names))];
    }

    /** Returns the values of an option, in lower case. */
    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the text if it is one of the names. */
    static String oneOf(String option, String text, List<String> names) {
        if (!names.contains(text)) {
            throw new UsageException(
                    option + " must be " + Phrases.or(names) + ", is '" + text + "'" + Nearest.hint(text, names));
        }
        return text;
    }
}
