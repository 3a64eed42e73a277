package ehpc;

import ehpc.api.ApiException;
import java.time.Duration;
import java.util.Optional;

/** Searches for a command in ListCommands, where it may appear late. Makes read-only calls. */
final class CommandSearch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private CommandSearch() {}

    static Optional<SubmittedCommand> find(Cluster cluster, String ending, Duration within) {
        PollClock clock = cluster.ehpc().clock();
        PollClock.Stopwatch since = clock.start();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<SubmittedCommand> found = look(cluster, ending);
            if (found.isPresent()
                    || since.isPast(within)
                    || Thread.currentThread().isInterrupted()) {
                return found;
            }
            try {
                clock.pause().of(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Reads the list once; an unreadable or incomplete list decides nothing. */
    private static Optional<SubmittedCommand> look(Cluster cluster, String ending) {
        try {
            return cluster.commands().stream()
                    .filter(command -> command.text().endsWith(ending))
                    .findFirst();
        } catch (ApiException e) {
            return Optional.empty();
        }
    }
}
