package ehpc.repl.internal.help;

import ehpc.WordArguments;
import ehpc.api.Catalogue;
import ehpc.api.help.OperationHelp;
import ehpc.api.help.OperationHelp.Section;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
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

    /** Returns the words on a group of things, such as {@code users}. */
    private static List<String> words(WordPlace group, int width) {
        List<String> lines = new ArrayList<>();
        for (Word word : Vocabulary.at(group)) {
            lines.add("");
            lines.addAll(Paragraph.lines(word.form(), width));
            Paragraph.lines(word.help(), width - INDENT.length()).forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    private static List<String> lines(Word word, int width) {
        int inner = width - INDENT.length();
        List<String> lines = new ArrayList<>(Paragraph.lines(word.form(), inner));
        lines.add("");
        lines.addAll(Paragraph.lines(word.help(), inner));
        word.operation().ifPresent(name -> lines.add("Calls the operation " + name + "."));
        if (word.operation()
                .filter(name -> Catalogue.ehpc().operation(name).destroys())
                .isPresent()) {
            lines.add("ehpc asks before; --yes confirms in advance, and is needed without a terminal.");
        }
        WordArguments.of(word, Catalogue.ehpc()).ifPresent(arguments -> {
            lines.add("");
            lines.addAll(OperationHelp.arguments(arguments.form(), inner));
        });
        WordPlace.of(word.gives()).filter(WordPlace::isGroup).ifPresent(group -> lines.addAll(words(group, inner)));
        lines.add("");
        word.example().lines().map(INDENT::concat).forEach(lines::add);
        return lines.stream().map(line -> line.isEmpty() ? line : INDENT + line).toList();
    }
}
