package ehpc.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The lists of a block that the service was not asked for yet. Thread-safe. */
final class UnreadLists {

    /** A list that reads itself when it is first used. */
    interface Unread {

        void read();
    }

    /** By identity: to compare two lists would read them. */
    private final Set<Unread> lists = Collections.newSetFromMap(new IdentityHashMap<>());

    synchronized void add(Unread list) {
        lists.add(list);
    }

    synchronized void remove(Unread list) {
        lists.remove(list);
    }

    /** Reads all of them, before a change or the end of their block. */
    void read() {
        List<Unread> open;
        synchronized (this) {
            open = new ArrayList<>(lists);
        }
        open.forEach(Unread::read);
    }
}
