package ehpc.script;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.script.CompiledScript.WordUse;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the words of a text that remove, stop or replace something ({@link Operation#destroys}). */
final class DestroyingWords {

    private static final String API = "api";

    private final Catalogue catalogue;
    private final Map<String, Word> words = new HashMap<>();

    DestroyingWords(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Word word : Vocabulary.words()) {
            word.operation().filter(this::destroys).ifPresent(name -> words.put(word.call(), word));
        }
    }

    private boolean destroys(String operation) {
        return catalogue.names().contains(operation)
                && catalogue.operation(operation).destroys();
    }

    List<WordUse> in(String text) {
        TokenizedText read = TokenizedText.of(text);
        List<Token> tokens = read.tokens().stream().filter(Token::isMeant).toList();
        List<WordUse> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName()) {
                boolean member = i > 1 && tokens.get(i - 1).is(".");
                String owner = member ? tokens.get(i - 2).text() : "";
                int line = read.line(tokens.get(i).from());
                use(owner, tokens.get(i).text()).ifPresent(word -> found.add(new WordUse(line, word)));
            }
        }
        return List.copyOf(found);
    }

    private Optional<String> use(String owner, String name) {
        if (owner.equals(API)) {
            return NameStyle.find(name, catalogue.names())
                    .filter(this::destroys)
                    .map(operation -> API + "." + name);
        }
        String call = owner.isEmpty() ? name : owner + "." + name;
        // The words of a cluster also follow a cluster in a variable: c.stopNodes, c.users.delete.
        return Optional.ofNullable(words.getOrDefault(call, words.get(name))).map(Word::call);
    }
}
