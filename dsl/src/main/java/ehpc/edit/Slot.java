package ehpc.edit;

import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.StatementPart;
import java.util.List;
import java.util.Set;

/** What may stand where somebody writes, as far as the tokens tell. */
enum Slot {
    /** A statement begins. */
    STATEMENT,
    /** A value is wanted. */
    VALUE,
    /** A name behind a value. */
    MEMBER,
    /** A value stands before, and something that goes on with it may follow. */
    BEHIND,
    /** A new name, the name of a type, or nothing that is known. */
    NONE;

    private static final Set<String> DOTS = Set.of(".", "?.", "*.", ".&", "??.");
    private static final Set<String> BEFORE_VALUE =
            Set.of("return", "in", "assert", "throw", "case", "if", "while", "switch", "yield");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "trait", "record");
    private static final Set<String> NEW_NAMES = Set.of("for", "catch", "try");
    private static final Set<String> SIGNS_OF_NAMES = Set.of("@", "::", "++", "--", ";");

    private static final Set<String> SIGNS_IN_TYPES = Set.of("<", ">", ">>", ">>>", ",", ".", "?", "extends", "super");

    static Slot of(CursorContext context) {
        String text = context.text();
        List<StatementPart> statement = context.statement();
        OpenDelimiter around = context.before().innermost();
        if (context.isValueInText()) {
            return !statement.isEmpty() && context.last().is(text, ".") ? MEMBER : VALUE;
        }
        if (statement.isEmpty()) {
            return begin(context, around);
        }
        StatementPart last = context.last();
        if (statement.get(0).is(text, "import") || statement.get(0).is(text, "package")) {
            return NONE;
        }
        return switch (last.kind()) {
            case SIGN -> sign(text, statement, last, around);
            case KEYWORD -> keyword(last.in(text));
            case NAME -> name(text, statement, around);
            case PARENS -> head(text, statement);
            case BLOCK -> context.from() > last.to() ? BEHIND : NONE;
            default -> NONE;
        };
    }

    private static Slot begin(CursorContext context, OpenDelimiter around) {
        if (around == null || around.kind() != OpenDelimiter.Kind.BRACKET) {
            return around == null ? STATEMENT : VALUE;
        }
        List<StatementPart> outer = context.around(context.before().open().size() - 1);
        String text = context.text();
        if (around.sign().equals("{")) {
            return outer.stream().anyMatch(part -> TYPES.contains(part.in(text))) ? NONE : STATEMENT;
        }
        if (outer.isEmpty() || !around.sign().equals("(")) {
            return VALUE;
        }
        StatementPart before = outer.get(outer.size() - 1);
        return NEW_NAMES.contains(before.in(text)) || isDeclared(text, outer) ? NONE : VALUE;
    }

    /** Whether the parentheses behind a name are those of a method that is being defined. */
    static boolean isDeclared(String text, List<StatementPart> statement) {
        boolean named =
                statement.size() > 1 && statement.get(statement.size() - 1).is(StatementPart.Kind.NAME);
        if (!named) {
            return false;
        }
        StatementPart before = statement.get(statement.size() - 2);
        return before.is(StatementPart.Kind.KEYWORD)
                        && Set.of("def", "void", "static", "int", "boolean", "long")
                                .contains(before.in(text))
                || before.is(StatementPart.Kind.NAME) && isType(before.in(text));
    }

    private static boolean isType(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    private static Slot sign(String text, List<StatementPart> statement, StatementPart sign, OpenDelimiter around) {
        String said = sign.in(text);
        if (DOTS.contains(said)) {
            return MEMBER;
        }
        if (said.equals(":") && around == null
                || said.equals(":") && around.sign().equals("{")) {
            boolean choice = Set.of("case", "default").contains(statement.get(0).in(text)) || statement.size() == 2;
            return choice ? STATEMENT : VALUE;
        }
        boolean generic = said.equals("<")
                && statement.size() > 1
                && isType(statement.get(statement.size() - 2).in(text));
        return SIGNS_OF_NAMES.contains(said) || generic || endsType(text, statement) ? NONE : VALUE;
    }

    /** Whether the last sign closes the brackets of a type, as in {@code List<String>}. */
    private static boolean endsType(String text, List<StatementPart> statement) {
        int at = statement.size() - 1;
        if (!statement.get(at).in(text).matches(">+")) {
            return false;
        }
        while (at > 1 && !statement.get(at).is(text, "<")) {
            at--;
            boolean ofType = statement.get(at).is(StatementPart.Kind.NAME)
                    || SIGNS_IN_TYPES.contains(statement.get(at).in(text));
            if (!ofType) {
                return false;
            }
        }
        return at > 0 && isType(statement.get(at - 1).in(text));
    }

    private static Slot keyword(String word) {
        if (BEFORE_VALUE.contains(word)) {
            return VALUE;
        }
        return word.equals("else") || word.equals("do") ? STATEMENT : NONE;
    }

    /** Behind a name: its value, where it is a word that takes one. */
    private static Slot name(String text, List<StatementPart> statement, OpenDelimiter around) {
        int at = statement.size() - 1;
        String name = statement.get(at).in(text);
        boolean first = at == 0
                || Set.of("=", "return", "else").contains(statement.get(at - 1).in(text))
                || Keywords.isHeadBefore(text, statement, at);
        boolean list = around != null && around.joinsLines();
        return first && !list && Vocabulary.named(name).stream().anyMatch(Slot::takesValue) ? VALUE : BEHIND;
    }

    private static boolean takesValue(Word word) {
        boolean bare = word.place() == WordPlace.TOP || word.place() == WordPlace.CLUSTER;
        return bare
                && word.form().length() > word.name().length()
                && !word.form().startsWith(word.name() + "()")
                && !word.form().startsWith(word.name() + ".")
                && !word.form().startsWith(word.name() + " {");
    }

    private static Slot head(String text, List<StatementPart> statement) {
        int at = statement.size() - 1;
        boolean head = at > 0
                && statement.get(at - 1).is(StatementPart.Kind.KEYWORD)
                && Set.of("if", "while", "for").contains(statement.get(at - 1).in(text));
        return head ? STATEMENT : NONE;
    }
}
