package ehpc.local.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far; closes in reverse order, all of it even when one fails. */
public final class Opened implements AutoCloseable {

    private final Deque<AutoCloseable> stack = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T resource) {
        stack.push(resource);
        return resource;
    }

    @Override
    public void close() {
        IllegalStateException failed = new IllegalStateException("the local service could not clean up after itself");
        while (!stack.isEmpty()) {
            try {
                stack.pop().close();
            } catch (Exception e) {
                failed.addSuppressed(e);
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }
}
