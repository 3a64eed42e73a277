package ehpc.repl.internal.shell.line;

import ehpc.edit.Completion;
import ehpc.edit.KnownNames;
import ehpc.repl.internal.render.Printable;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.shell.ShellCommand;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.repl.internal.shell.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** The candidates of Tab: names and arguments of commands, otherwise the completions of the language at the cursor. */
final class EntryCompleter implements Parser, org.jline.reader.Completer {

    private final ShellAtPrompt shell;

    EntryCompleter(ShellAtPrompt shell) {
        this.shell = shell;
    }

    /**
     * A position in a text, with its candidates.
     *
     * @param complete whether all names from the service for this position are known
     */
    record CompletionPoint(String line, int cursor, int from, List<Candidate> candidates, boolean complete)
            implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(from, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - from;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context != ParseContext.COMPLETE) {
            return new CompletionPoint(line, cursor, cursor, List.of(), true);
        }
        return ShellCommands.isBegun(line) ? command(line, cursor) : entry(line, cursor);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        candidates.addAll(((CompletionPoint) line).candidates());
    }

    private CompletionPoint entry(String line, int cursor) {
        Completion completion = shell.document(line).complete(cursor, shell.names());
        shell.want(completion.wanted());
        KnownNames known = shell.names();
        boolean complete = completion.wanted().stream()
                .allMatch(wanted -> known.find(wanted).isPresent());
        List<ehpc.edit.Candidate> found = completion.candidates();
        return new CompletionPoint(
                line,
                cursor,
                completion.from(),
                IntStream.range(0, found.size())
                        .mapToObj(i -> candidate(found.get(i), i))
                        .toList(),
                complete);
    }

    private static Candidate candidate(ehpc.edit.Candidate found, int rank) {
        boolean blank = found.append().equals(" ");
        String text = blank ? found.text() : found.text() + found.append();
        return candidate(text, found.text(), found.description(), blank, rank);
    }

    private static Candidate candidate(String text, String shown, String description, boolean blank, int rank) {
        String about = description.isBlank() ? null : Printable.line(description);
        // In quotes, an escaped character has the same meaning.
        return new Candidate(Printable.line(text), Printable.line(shown), null, about, null, null, blank, rank);
    }

    private CompletionPoint command(String line, int cursor) {
        String before = line.substring(0, cursor);
        int start = before.length() - before.stripLeading().length();
        int blank = start;
        while (blank < before.length() && !Character.isWhitespace(before.charAt(blank))) {
            blank++;
        }
        return blank == before.length() ? name(line, cursor, start) : argument(line, cursor, blank);
    }

    private CompletionPoint name(String line, int cursor, int start) {
        String sign = line.substring(start, start + 1);
        String prefix = line.substring(start + 1, cursor);
        List<Candidate> candidates = new ArrayList<>();
        for (ShellCommand command : shell.commands().all()) {
            if (command.name().startsWith(prefix)) {
                String text = sign + command.name();
                boolean more = command.form().contains(" ");
                candidates.add(candidate(text, text, command.help(), more, candidates.size()));
            }
        }
        return new CompletionPoint(line, cursor, start, candidates, true);
    }

    private CompletionPoint argument(String line, int cursor, int end) {
        String name = ShellCommands.name(line.substring(0, end));
        int begin = end;
        while (begin < cursor && Character.isWhitespace(line.charAt(begin))) {
            begin++;
        }
        String argument = line.substring(begin, cursor);
        Suggestions suggestions = shell.commands()
                .find(name)
                .map(command -> command.completion().apply(shell, argument))
                .orElse(Suggestions.NONE);
        String prefix = argument.substring(suggestions.from());
        List<Candidate> candidates = new ArrayList<>();
        for (Suggestions.Suggestion one : suggestions.all()) {
            if (one.text().startsWith(prefix)) {
                candidates.add(candidate(one.text(), one.text(), one.description(), one.last(), candidates.size()));
            }
        }
        return new CompletionPoint(line, cursor, begin + suggestions.from(), candidates, !candidates.isEmpty());
    }
}
