package ehpc.dsl;

import ehpc.plan.NotApproved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** The branches of one {@code parallel} block: runs some at a time, and prints their output in the order of the script. */
final class Parallel {

    private final int width;
    private final ScriptSession session;
    private final List<Work> works = new ArrayList<>();
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> ended = new AtomicReference<>();

    private record Work(String clusterId, Function<ScriptSession, ?> body) {}

    Parallel(int width, ScriptSession session) {
        this.width = session.width(Width.checked(width));
        this.session = session;
    }

    void add(String clusterId, Function<ScriptSession, ?> body) {
        works.add(new Work(clusterId, body));
    }

    /** Runs every branch; a failure is thrown when all have ended, the first in the script's order, with the others suppressed. */
    List<Object> run() {
        List<BranchSession> branches = works.stream()
                .map(work -> new BranchSession(session, width == 1))
                .toList();
        if (width == 1) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < works.size(); i++) {
                values.add(works.get(i).body().apply(branches.get(i)));
            }
            return values;
        }
        int most = Math.max(1, Math.min(width, works.size()));
        ExecutorService threads = Executors.newFixedThreadPool(most, this::worker);
        try {
            return collect(threads, branches);
        } finally {
            threads.shutdown();
        }
    }

    private Thread worker(Runnable work) {
        Thread thread = new Thread(work, "ehpc-parallel");
        thread.setDaemon(true);
        workers.add(thread);
        return thread;
    }

    private List<Object> collect(ExecutorService threads, List<BranchSession> branches) {
        List<Future<Object>> ends = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            BranchSession branch = branches.get(i);
            ends.add(threads.submit(() -> begin(work, branch)));
        }
        List<Object> values = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            try {
                values.add(ended(ends.get(i)));
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
            branches.get(i).flush();
        }
        throwFirst(failures);
        return values;
    }

    private Object begin(Work work, BranchSession branch) {
        String why = ended.get();
        if (why != null) {
            throw new NotBegunException(work.clusterId(), why);
        }
        try {
            return work.body().apply(branch);
        } catch (Throwable e) {
            ended.compareAndSet(null, isRefusal(e) ? "a step was not approved" : "another block failed");
            throw e;
        }
    }

    /** Returns whether a block ended because a step was not approved, also if the block wrapped that error. */
    private static boolean isRefusal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(NotApproved.class::isInstance);
    }

    /**
     * Waits for the end of a branch. An interrupt of this thread is passed on to the branches: they send nothing more, and report the commands
     * that they sent.
     */
    private Object ended(Future<Object> end) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return end.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    ended.compareAndSet(null, ScriptStopped.MESSAGE);
                    workers.forEach(Thread::interrupt);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void throwFirst(List<Throwable> failures) {
        if (!failures.isEmpty() && failures.stream().allMatch(NotBegunException.class::isInstance)) {
            session.checkInterrupt(); // no branch was started, so none has the cause
        }
        ScriptThreads.throwFirst(failures.stream()
                .sorted(Comparator.comparing(NotBegunException.class::isInstance)) // the causes first
                .toList());
    }
}
