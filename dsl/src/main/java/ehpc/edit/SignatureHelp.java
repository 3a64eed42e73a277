package ehpc.edit;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.RunSentence;
import ehpc.syntax.StatementPart;
import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the form of a call at a position, from the text alone, without compiling it. */
final class SignatureHelp {

    private static final Pattern ARGUMENTS = Pattern.compile("\\((.+?)\\)| ([^{].*)");

    /** The number of parameters in a form without required ones, in addition to the current one. */
    private static final int SHOWN = 3;

    private final Catalogue catalogue;
    private final String text;
    private final TokenizedText before;
    private final Optional<Token> word;
    private final TokenizedText start;
    private final boolean current;

    private SignatureHelp(Document document, int cursor) {
        this.catalogue = document.session().catalogue();
        this.text = document.text();
        this.current = document.session().cluster().isPresent();
        this.before = document.before(cursor);
        this.word = document.tokens().tokens().stream()
                .filter(token -> token.isName() && token.from() <= cursor && cursor <= token.to())
                .reduce((first, second) -> first);
        this.start = word.map(token -> document.before(token.from())).orElse(before);
    }

    /**
     * Returns the form of the word, operation or parameter at the cursor, or of the enclosing one. Fast enough for every key.
     */
    static Optional<Hint> at(Document document, int cursor) {
        SignatureHelp hints = new SignatureHelp(document, cursor);
        boolean variable = hints.word
                .map(Token::text)
                .filter(name -> document.session().variables().stream()
                        .anyMatch(one -> one.name().equals(name)))
                .isPresent();
        return (variable ? Optional.<Hint>empty() : hints.named())
                .or(hints::parameter)
                .or(hints::sentence)
                .or(hints::called);
    }

    /** Returns the form of the word at the cursor. */
    private Optional<Hint> named() {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        String name = word.get().text();
        List<StatementPart> statement = start.statement();
        boolean member = StatementPart.of(statement, 1).is(".");
        boolean all = StatementPart.of(statement, 2).is("all")
                && StatementPart.of(statement, 3).is(".")
                && StatementPart.of(statement, 4).is("api");
        if (member && (all || StatementPart.of(statement, 2).is("api"))) {
            return NameStyle.find(name, catalogue.names())
                    .map(catalogue::operation)
                    .map(operation -> operation(operation, Optional.empty(), ""));
        }
        Optional<RunSentence> sentence = RunSentence.of(statement);
        if (sentence.isPresent() && sentence.get().next().contains(name)) {
            return Optional.of(sentence(name));
        }
        if (ApiArgument.of(catalogue, start, start.open())
                .filter(ApiArgument::isName)
                .isPresent()) {
            return Optional.empty();
        }
        return name.equals(RunSentence.RUN) && !member
                ? Optional.of(sentence(name))
                : word(name, member).map(known -> new Hint(known.form(), 0, 0, known.help()));
    }

    private static Optional<Word> word(String name, boolean member) {
        return Vocabulary.named(name).stream()
                .filter(word -> isBare(word) != member)
                .findFirst();
    }

    private static boolean isBare(Word word) {
        return word.place() == WordPlace.TOP || word.place() == WordPlace.CLUSTER;
    }

    /** Returns the form of the parameter at the cursor, in its name or value. */
    private Optional<Hint> parameter() {
        List<OpenDelimiter> open = new ArrayList<>(before.open());
        while (!open.isEmpty() && open.get(open.size() - 1).kind() != OpenDelimiter.Kind.BRACKET) {
            open.remove(open.size() - 1);
        }
        Optional<ApiArgument> argument = ApiArgument.of(catalogue, before, open);
        Optional<ApiField> named = argument.filter(one -> one.value().isEmpty())
                .flatMap(one -> word.flatMap(token -> ApiField.find(one.fields(), token.text())));
        return argument.map(one -> operation(one.operation(), named.or(one::value), one.path()));
    }

    /**
     * Returns a form such as {@code api.listNodes(clusterId: ..., ...)}, with the current parameter marked.
     *
     * @param current the parameter, or the field inside one, at the cursor
     * @param path the path of the cursor in the call; empty for the name of a parameter
     */
    private Hint operation(Operation operation, Optional<ApiField> current, String path) {
        List<ApiField> fields = ApiField.of(operation.parameters()).stream()
                .filter(field -> !field.name().equals("clusterId") || !isInCluster())
                .toList();
        String marked = path.isEmpty() ? current.map(ApiField::name).orElse("") : path.split("[.\\[]", 2)[0];
        List<ApiField> shown =
                new ArrayList<>(fields.stream().filter(ApiField::required).toList());
        if (shown.isEmpty()) {
            shown.addAll(fields.subList(0, Math.min(SHOWN, fields.size())));
        }
        ApiField.find(fields, marked).filter(field -> !shown.contains(field)).ifPresent(shown::add);
        StringBuilder form = new StringBuilder("api." + NameStyle.SCRIPT.of(operation.name()) + "(");
        int from = 0;
        int to = 0;
        for (ApiField field : shown) {
            form.append(field == shown.get(0) ? "" : ", ");
            boolean here = field.name().equals(marked);
            from = here ? form.length() : from;
            form.append(field.name()).append(": ...");
            to = here ? form.length() : to;
        }
        form.append(shown.size() < fields.size() ? ", ...)" : ")");
        return new Hint(form.toString(), from, to, current.map(ApiField::help).orElse(operation.help()));
    }

    private boolean isInCluster() {
        boolean block = false;
        for (int i = 0; i < before.open().size(); i++) {
            List<StatementPart> around = before.around(i);
            block |= before.open().get(i).sign().equals("{") && around.stream().anyMatch(part -> part.is("cluster"));
        }
        return block || current;
    }

    /** Returns the form of the enclosing statement, with the current word marked. */
    private Optional<Hint> sentence() {
        boolean quoted = before.isInText();
        List<StatementPart> statement = quoted ? before.outer() : before.statement();
        Optional<Hint> whole = RunSentence.of(statement).map(sentence -> sentence(sentence.last()));
        return quoted ? whole : whole.or(this::unfinished);
    }

    /** Returns the form of a statement whose next word is at the cursor. */
    private Optional<Hint> unfinished() {
        String written = word.map(token -> token.text()).orElse("");
        return RunSentence.of(start.statement())
                .map(sentence -> sentence.next().stream()
                        .filter(next -> next.startsWith(written))
                        .findFirst()
                        .orElse(sentence.last()))
                .map(SignatureHelp::sentence);
    }

    private static Hint sentence(String current) {
        StringBuilder form = new StringBuilder("run 'command'");
        int from = 0;
        int to = current.equals(RunSentence.RUN) ? form.length() : 0;
        for (String name : RunSentence.WORDS) {
            Word word = Vocabulary.at(WordPlace.RUN, name).orElseThrow();
            boolean last = name.equals(RunSentence.ON);
            String shown = word.form().contains(", " + name)
                    ? word.form().substring(0, word.form().indexOf(", "))
                    : word.form();
            form.append(last ? " " : " [");
            boolean here = name.equals(current);
            from = here ? form.length() : from;
            form.append(shown);
            to = here ? form.length() : to;
            form.append(last ? "" : "]");
        }
        Optional<Word> word = current.equals(RunSentence.RUN)
                ? Vocabulary.at(WordPlace.CLUSTER, current)
                : Vocabulary.at(WordPlace.RUN, current);
        return new Hint(form.toString(), from, to, word.map(Word::help).orElse(""));
    }

    /** Returns the form of the word or method whose arguments are at the cursor. */
    private Optional<Hint> called() {
        for (int i = before.open().size(); i >= 0; i--) {
            List<StatementPart> statement = before.around(i);
            String sign = i < before.open().size() ? before.open().get(i).sign() : "";
            boolean parens = sign.equals("(");
            boolean inner = sign.isEmpty() || before.open().get(i).isText();
            Optional<Hint> hint = parens ? call(statement) : inner ? command(statement) : Optional.empty();
            if (hint.isPresent() || sign.equals("{")) {
                return hint;
            }
        }
        return Optional.empty();
    }

    private Optional<Hint> call(List<StatementPart> statement) {
        StatementPart last = StatementPart.of(statement, 1);
        boolean member = StatementPart.of(statement, 2).is(".");
        return last.is(StatementPart.Kind.NAME)
                ? word(last.text(), member).map(SignatureHelp::arguments)
                : Optional.empty();
    }

    /** Returns the form of a word with arguments without parentheses. */
    private Optional<Hint> command(List<StatementPart> statement) {
        boolean named = !statement.isEmpty() && statement.get(0).is(StatementPart.Kind.NAME);
        boolean other = statement.size() > 1 && statement.get(1).is(StatementPart.Kind.SIGN);
        return named && !other ? word(statement.get(0).text(), false).map(SignatureHelp::arguments) : Optional.empty();
    }

    /** Returns the form of a word with arguments, with the arguments marked. */
    private static Hint arguments(Word word) {
        int end = word.form().indexOf(word.name()) + word.name().length();
        String head = word.form().substring(0, end);
        for (String form : word.form().split(", (?=" + Pattern.quote(head) + ")")) {
            Matcher arguments = ARGUMENTS.matcher(form).region(end, form.length());
            if (arguments.lookingAt()) {
                int group = arguments.group(1) != null ? 1 : 2;
                return new Hint(form, arguments.start(group), arguments.end(group), word.help());
            }
        }
        return new Hint(word.form(), 0, 0, word.help());
    }
}
