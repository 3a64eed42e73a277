package ehpc.repl.internal.help;

import ehpc.api.Catalogue;
import ehpc.api.help.OperationHelp.Section;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.repl.internal.render.Table;
import ehpc.repl.internal.terminal.Color;
import ehpc.repl.internal.terminal.ColorMode;
import ehpc.repl.internal.terminal.Console;
import ehpc.text.TextWidth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints pages of help, fitted to the terminal. */
public final class Pages {

    private static final int USUAL_WIDTH = 100;
    private static final int WIDEST = 120;
    private static final int NARROWEST = 40;

    private final Console console;
    private final boolean colored;

    public Pages(Console console, ColorMode colors) {
        this.console = console;
        this.colored = console.colored(colors);
    }

    /** Returns the maximum columns of a line, where possible. */
    public int width() {
        return Math.max(NARROWEST, Math.min(console.width().orElse(USUAL_WIDTH), WIDEST));
    }

    /** Prints a page. */
    public void print(List<Section> sections) {
        print(sections, false);
    }

    /**
     * Prints a page.
     *
     * @param afterAnother whether an empty line separates it from a former page
     */
    public void print(List<Section> sections, boolean afterAnother) {
        String gap = afterAnother ? System.lineSeparator() : "";
        for (Section section : sections) {
            console.out().print(gap);
            console.out().println(title(section.title()));
            section.lines().forEach(console.out()::println);
            gap = System.lineSeparator();
        }
    }

    /**
     * Prints a table; a last column that is too wide continues on further lines.
     *
     * @param rows one text for each heading
     */
    public void table(List<String> headings, List<List<String>> rows) {
        int last = headings.size() - 1;
        int others = IntStream.range(0, last)
                .map(i -> columns(Stream.concat(Stream.of(headings), rows.stream())
                                .map(row -> row.get(i)))
                        + Table.GAP.length())
                .sum();
        List<List<String>> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> begin = row.subList(0, last);
            for (String line : Paragraph.lines(row.get(last), Math.max(NARROWEST / 2, width() - others))) {
                lines.add(Stream.concat(begin.stream(), Stream.of(line)).toList());
                begin = Collections.nCopies(last, "");
            }
        }
        console.print(new Table(headings, lines));
    }

    private static int columns(Stream<String> cells) {
        return cells.mapToInt(TextWidth::of).max().orElse(0);
    }

    /** Returns lines of two columns; a second column that is too wide continues on further lines. */
    public List<String> columns(List<List<String>> rows) {
        int first = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String begin = row.get(0);
            for (String line : Paragraph.lines(row.get(1), Math.max(NARROWEST / 2, width() - first - 4))) {
                lines.add("  " + begin + " ".repeat(first - begin.length()) + "  " + line);
                begin = "";
            }
        }
        return lines;
    }

    /** Returns a heading, in colour if there are colours. */
    public String title(String text) {
        return colored ? Color.TITLE.on(text) : text;
    }

    /** Prints all operations, one line each. */
    public void operations() {
        Catalogue catalogue = Catalogue.ehpc();
        List<List<String>> rows = catalogue.names().stream()
                .map(name -> List.of(name, catalogue.operation(name).help()))
                .toList();
        console.print(new Table(List.of("Operation", "Description"), rows));
    }

    /**
     * Prints the topics that match a text, one line each.
     *
     * @return whether any topic matches
     */
    public boolean about(String text) {
        List<List<String>> topics = Topics.about(text);
        if (!topics.isEmpty()) {
            print(List.of(new Section("Topics about '" + text + "'", columns(topics))));
        }
        return !topics.isEmpty();
    }

    /** Prints all words of the language, one line each. */
    public void words() {
        List<List<String>> rows = Vocabulary.words().stream().map(Pages::row).toList();
        console.print(new Table(List.of("Word", "Place", "Description"), rows));
    }

    private static List<String> row(Word word) {
        return List.of(word.name(), word.place().phrase(), word.help());
    }
}
