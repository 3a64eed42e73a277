package ehpc.journal;

import java.util.List;

/**
 * The facts of a run that are known before it begins.
 *
 * @param script the name of the script in messages, such as {@code deploy.ehpc}
 * @param file the absolute path of the script; empty if it was not a file
 * @param text the text of the script; empty for a plan
 * @param args the arguments of the script
 * @param region the region of the account; empty if the script chooses it
 * @param endpoint the endpoint that was given for all requests; empty for those of the regions
 * @param marked whether commands get a comment at their end by which ListCommands shows where they came from
 */
public record JournalHeader(
        String script, String file, String text, List<String> args, String region, String endpoint, boolean marked) {

    /** Copies the arguments. */
    public JournalHeader {
        args = List.copyOf(args);
    }

    /** Returns the header of a script without arguments that is not a file. */
    public static JournalHeader of(String script, String text) {
        return new JournalHeader(script, "", text, List.of(), "", "", true);
    }

    /** Returns the first line in which a text differs from that of the script, from 1; 0 if there is none. */
    public int firstDifference(String other) {
        List<String> before = text.lines().toList();
        List<String> now = other.lines().toList();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            if (i >= before.size() || i >= now.size() || !before.get(i).equals(now.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
