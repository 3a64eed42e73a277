package ehpc.local.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Collects resources and closes them in reverse order, even if closing one of them fails. */
public final class OpenResources implements AutoCloseable {

    private final Deque<AutoCloseable> stack = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T resource) {
        stack.push(resource);
        return resource;
    }

    @Override
    public void close() {
        List<Exception> failures = closeAll();
        if (!failures.isEmpty()) {
            String all = failures.stream().map(Exception::toString).collect(Collectors.joining("; "));
            var failed = new IllegalStateException("the local service failed to close: " + all);
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
    }

    /** Closes because of a failure, which remains the reported one. */
    public void closeAfter(Exception failure) {
        closeAll().forEach(failure::addSuppressed);
    }

    private List<Exception> closeAll() {
        List<Exception> failures = new ArrayList<>();
        while (!stack.isEmpty()) {
            try {
                stack.pop().close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        return failures;
    }
}
