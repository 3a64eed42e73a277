package ehpc.edit;

import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.StatementPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A slot where a class is allowed.
 *
 * @param wants the use of the class
 * @param before the text before its last name, with the trailing dot, such as {@code java.time.}; may be empty
 */
record TypeSlot(Wants wants, String before) {

    /** The use of a class. */
    enum Wants {
        IMPORT,
        STATIC_IMPORT,
        /** An object of it is created. */
        NEW,
        /** An object of it is created and thrown. */
        NEW_THROWN,
        /** It is caught. */
        CAUGHT,
        /** It is extended. */
        EXTENDED,
        /** It is implemented. */
        IMPLEMENTED,
        /** A type after {@code as}, {@code instanceof} or {@code <}. */
        TYPE,
        /** Possibly the type of a definition; other candidates are possible, too. */
        DECLARED,
        /** It is used as a value, or a definition begins with it. */
        VALUE
    }

    private static final Set<String> MODIFIERS =
            Set.of("final", "static", "private", "public", "protected", "transient", "volatile");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "trait", "record");

    /** Returns the slot at the cursor; empty if no class is allowed. */
    static Optional<TypeSlot> of(CursorContext context) {
        if (context.isValueInText()) {
            return Optional.empty();
        }
        List<StatementPart> statement = context.statement();
        int from = qualified(statement);
        List<StatementPart> parts = statement.subList(0, from);
        String before = from == statement.size()
                ? ""
                : context.text().substring(statement.get(from).from()).replaceAll("\\s", "");
        if (!parts.isEmpty() && parts.get(0).is("import")) {
            return imported(parts).map(wants -> new TypeSlot(wants, before));
        }
        return named(context, parts)
                .or(() -> {
                    Slot slot = Slot.of(context);
                    boolean value = slot == Slot.STATEMENT || slot == Slot.VALUE;
                    boolean touching = parts.size() == statement.size()
                            && context.isTouching()
                            && !context.last().is(StatementPart.Kind.SIGN);
                    return value && !touching || !before.isEmpty() ? Optional.of(Wants.VALUE) : Optional.empty();
                })
                .map(wants -> new TypeSlot(wants, before));
    }

    /** Returns whether only classes are allowed. */
    boolean isOfClasses() {
        return wants != Wants.VALUE && wants != Wants.DECLARED;
    }

    /** Returns whether it follows the last part of a class name. */
    boolean isAfterClass() {
        int dot = before.lastIndexOf('.', before.length() - 2);
        return !before.isEmpty() && Character.isUpperCase(before.charAt(dot + 1));
    }

    /** Returns the text before the dot. */
    String outer() {
        return before.substring(0, before.length() - 1);
    }

    /** Returns the index at which the qualified name at the end of a statement begins. */
    private static int qualified(List<StatementPart> statement) {
        int from = statement.size();
        while (from > 1
                && statement.get(from - 1).is(".")
                && (statement.get(from - 2).is(StatementPart.Kind.NAME))
                && (from == 2
                        || !isName(statement.get(from - 3))
                        || statement.get(from - 3).is("case"))) {
            from -= 2;
        }
        boolean member =
                from > 0 && from < statement.size() && statement.get(from - 1).is(".");
        return member ? statement.size() : from;
    }

    private static boolean isName(StatementPart part) {
        return part.is(StatementPart.Kind.NAME);
    }

    private static Optional<Wants> imported(List<StatementPart> parts) {
        boolean fixed = parts.size() == 2 && parts.get(1).is("static");
        return parts.size() == 1
                ? Optional.of(Wants.IMPORT)
                : fixed ? Optional.of(Wants.STATIC_IMPORT) : Optional.empty();
    }

    private static Optional<Wants> named(CursorContext context, List<StatementPart> parts) {
        if (parts.isEmpty()) {
            return opened(context);
        }
        StatementPart last = parts.get(parts.size() - 1);
        if (last.is(StatementPart.Kind.KEYWORD)) {
            return after(parts, last.text());
        }
        boolean comma = last.is(",");
        if (comma && parts.stream().anyMatch(part -> part.is("implements"))) {
            return Optional.of(Wants.IMPLEMENTED);
        }
        if ((comma || last.is("<")) && isGeneric(parts)) {
            return Optional.of(Wants.TYPE);
        }
        return comma || last.is("|")
                ? opened(context).filter(wants -> comma == (wants != Wants.CAUGHT))
                : modified(last);
    }

    private static Optional<Wants> after(List<StatementPart> parts, String word) {
        boolean thrown = StatementPart.of(parts, 2).is("throw");
        return switch (word) {
            case "new" -> Optional.of(thrown ? Wants.NEW_THROWN : Wants.NEW);
            case "as", "instanceof" -> Optional.of(Wants.TYPE);
            case "extends" ->
                Optional.of(parts.stream().anyMatch(part -> part.is("interface")) ? Wants.IMPLEMENTED : Wants.EXTENDED);
            case "implements" -> Optional.of(Wants.IMPLEMENTED);
            case "throws" -> Optional.of(Wants.CAUGHT);
            default -> MODIFIERS.contains(word) ? Optional.of(Wants.DECLARED) : Optional.empty();
        };
    }

    private static Optional<Wants> modified(StatementPart last) {
        return MODIFIERS.contains(last.text()) ? Optional.of(Wants.DECLARED) : Optional.empty();
    }

    /** Returns whether a statement ends in type arguments. */
    private static boolean isGeneric(List<StatementPart> parts) {
        int depth = 0;
        for (int i = parts.size() - 1; i > 0; i--) {
            String text = parts.get(i).text();
            boolean type = isName(parts.get(i))
                    || Set.of(",", ".", "?", "extends", "super").contains(text);
            if (text.equals("<") && depth == 0) {
                return isName(parts.get(i - 1))
                        && Character.isUpperCase(parts.get(i - 1).text().charAt(0));
            } else if (text.equals("<")) {
                depth--;
            } else if (text.matches(">+")) {
                depth += text.length();
            } else if (!type) {
                return false;
            }
        }
        return false;
    }

    /** Returns the use at the beginning of brackets, or after a comma in them. */
    private static Optional<Wants> opened(CursorContext context) {
        OpenDelimiter around = context.before().innermost();
        if (around == null || around.kind() != OpenDelimiter.Kind.BRACKET) {
            return Optional.empty();
        }
        List<StatementPart> outer = context.before().outer();
        if (around.sign().equals("{")) {
            boolean inClass = outer.stream().anyMatch(part -> TYPES.contains(part.text()));
            return inClass && context.statement().isEmpty() ? Optional.of(Wants.DECLARED) : Optional.empty();
        }
        if (outer.isEmpty() || !around.sign().equals("(")) {
            return Optional.empty();
        }
        StatementPart head = outer.get(outer.size() - 1);
        if (head.is("catch")) {
            return Optional.of(Wants.CAUGHT);
        }
        boolean declares = Set.of("for", "try").contains(head.text())
                && context.statement().isEmpty();
        return declares || Slot.isDeclared(outer) ? Optional.of(Wants.DECLARED) : Optional.empty();
    }
}
