package ehpc.repl.internal.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader.Option;

/** Accepts all candidates, which are already filtered; further typing, while they are listed, filters them again. */
final class PassThroughMatcher implements CompletionMatcher {

    private List<Candidate> matching = List.of();
    private String typed = "";

    @Override
    public void compile(
            Map<Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        matching = List.of();
        typed = line instanceof EntryCompleter.CompletionPoint ? "" : line.word();
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        matching = candidates.stream()
                .filter(candidate -> candidate.value().startsWith(typed))
                .collect(Collectors.toCollection(ArrayList::new)); // the reader changes the list
        return matching;
    }

    @Override
    public Candidate exactMatch() {
        return null;
    }

    @Override
    public String getCommonPrefix() {
        String common = matching.isEmpty() ? "" : matching.get(0).value();
        for (Candidate candidate : matching) {
            int same = 0;
            int most = Math.min(common.length(), candidate.value().length());
            while (same < most && common.charAt(same) == candidate.value().charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }
}
