package ehpc.repl.internal.help;

import ehpc.api.help.OperationHelp.Section;
import ehpc.language.Word;
import java.util.ArrayList;
import java.util.List;

/** The help page of a word of the language. */
final class WordPage {

    private static final String INDENT = "  ";

    private WordPage() {}

    /** Returns a section for each place of the word. */
    static List<Section> of(List<Word> places, int width) {
        return places.stream()
                .map(word -> new Section(word.name() + ", " + word.place().phrase(), lines(word, width)))
                .toList();
    }

    private static List<String> lines(Word word, int width) {
        int inner = width - INDENT.length();
        List<String> lines = new ArrayList<>(Paragraph.lines(word.form(), inner));
        lines.add("");
        lines.addAll(Paragraph.lines(word.help(), inner));
        word.operation().ifPresent(name -> lines.add("Calls the operation " + name + "."));
        lines.add("");
        word.example().lines().map(INDENT::concat).forEach(lines::add);
        return lines.stream().map(line -> line.isEmpty() ? line : INDENT + line).toList();
    }
}
