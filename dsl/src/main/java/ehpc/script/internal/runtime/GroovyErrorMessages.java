package ehpc.script.internal.runtime;

import ehpc.dsl.CaughtErrors;
import ehpc.dsl.ClusterDsl;
import ehpc.dsl.RunDsl;
import ehpc.dsl.UnknownFieldException;
import ehpc.language.Vocabulary;
import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import ehpc.script.internal.words.OwnMembers;
import ehpc.text.Nearest;
import groovy.lang.Closure;
import groovy.lang.GroovyRuntimeException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** Messages for exceptions of Groovy and Java, in the terms of the language. */
final class GroovyErrorMessages {

    private static final Pattern ON_NULL =
            Pattern.compile("Cannot (?:invoke method|get property|set property) '?([^'( ]+)(\\(\\))?'? on null object");
    private static final Pattern EVALUATING =
            Pattern.compile("Exception evaluating property '(.*)' for ([\\w.$]+), Reason: .*", Pattern.DOTALL);
    private static final Pattern INVOKED_ON_NULL = Pattern.compile("Cannot invoke \"([^\"]+)\\(.*", Pattern.DOTALL);
    private static final Pattern UNBOXING = Pattern.compile("(\\w+)Value");
    private static final Pattern CAST = Pattern.compile(
            "Cannot cast object '(.*)' with class '([\\w.$]+)' to class '([\\w.$]+)'.*", Pattern.DOTALL);
    private static final Pattern JAVA_CAST =
            Pattern.compile("class ([\\w.$]+) cannot be cast to class ([\\w.$]+).*", Pattern.DOTALL);

    private static final Set<String> BLOCK_CALLS = Set.of("call", "doCall");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("^Ambiguous method overloading for method [\\w.$]+#(\\w+)\\.");
    private static final Pattern LIBRARY = Pattern.compile("^org\\.codehaus\\.groovy\\.runtime\\.\\w+GroovyMethods");

    private static final int MOST_CAUSES = 5;
    private static final int MOST_LINES = 50;

    private final Throwable raised;
    private final Class<?> script;
    private final String message;
    /** Whether the message is that of Java, not one in the terms of the language. */
    private boolean foreign;

    GroovyErrorMessages(Throwable raised, Class<?> script) {
        this.raised = raised;
        this.script = script;
        this.message = message(raised);
    }

    /** Returns the message in one line. */
    String message() {
        return message;
    }

    /** Returns additional lines: the rest of the message, the values of an assertion, and the causes. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (raised instanceof AssertionError) {
            notes.addAll(AssertionMessages.values(raised));
        } else if (foreign) {
            lines(raised).skip(1).forEach(notes::add);
        } else {
            return notes; // the message is complete
        }
        Throwable cause = raised.getCause();
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            List<String> lines = lines(cause).toList();
            String name = name(cause.getClass());
            notes.add("caused by " + name + (lines.isEmpty() ? "" : ": " + lines.get(0)));
            lines.stream().skip(1).forEach(line -> notes.add("  " + line));
            cause = cause.getCause();
        }
        return notes;
    }

    private static Stream<String> lines(Throwable failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage().strip();
        return ScriptNames.clean(text).lines().filter(line -> !line.isBlank()).limit(MOST_LINES);
    }

    private String message(Throwable failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage().strip();
        if (failure instanceof MissingMethodException missing) {
            return missing(missing);
        }
        Matcher evaluating = EVALUATING.matcher(text);
        if (failure instanceof MissingPropertyException && evaluating.matches()) {
            return "unknown name '" + evaluating.group(1) + "' on " + name(evaluating.group(2));
        }
        if (failure instanceof MissingPropertyException missing
                && CaughtErrors.hasProperty(missing.getProperty())
                && Throwable.class.isAssignableFrom(missing.getType())) {
            return CaughtErrors.missing(missing.getProperty(), name(missing.getType()));
        }
        if (failure instanceof UnknownFieldException) {
            return text;
        }
        if (failure instanceof MissingPropertyException missing) {
            return unknown(
                    missing.getProperty(), missing.getProperty(), missing.getType(), properties(missing.getType()));
        }
        if (failure instanceof ClassCastException) {
            return cast(text, failure);
        }
        if (failure instanceof NullPointerException) {
            return onNull(text, failure);
        }
        Matcher ambiguous = AMBIGUOUS.matcher(text);
        if (failure instanceof GroovyRuntimeException && ambiguous.find()) {
            String word = Vocabulary.word(ambiguous.group(1));
            return Forms.isRunOption(word)
                    ? "'" + word + "' expects " + Forms.runOption(word) + ", got null"
                    : "'" + word + "' does not accept null";
        }
        if (failure instanceof StackOverflowError) {
            return "stack overflow: methods call each other without end";
        }
        return failure instanceof AssertionError
                ? AssertionMessages.message(text)
                : JavaErrorMessages.message(failure, text).orElseGet(() -> other(failure, text));
    }

    private String other(Throwable failure, String text) {
        foreign = true;
        String name = name(failure.getClass());
        String first = ScriptNames.clean(text.lines().findFirst().orElse(""));
        return "the script raised " + name + (first.isEmpty() ? "" : ": " + first);
    }

    private String missing(MissingMethodException missing) {
        if (Closure.class.isAssignableFrom(missing.getType()) && BLOCK_CALLS.contains(missing.getMethod())) {
            return "a block does not accept " + given(missing);
        }
        Set<String> known = methods(missing.getType());
        String name = Vocabulary.word(missing.getMethod());
        Optional<String> form = isScript(missing.getType()) ? Forms.needed(name) : runOption(missing.getType(), name);
        if (form.isPresent()) {
            return "'" + name + "' expects " + form.get() + ", got " + given(missing);
        }
        if (ClusterDsl.class.isAssignableFrom(missing.getType())
                && Vocabulary.method(missing.getMethod()).isPresent()) {
            return "'" + name + "' must be written by itself in the block, not after a value";
        }
        Optional<String> operator = Forms.operator(name);
        if (operator.isPresent()
                && !Arrays.stream(missing.getType().getMethods())
                        .anyMatch(m -> m.getName().equals(name))) {
            return Number.class.isAssignableFrom(missing.getType())
                    ? "'" + operator.get() + "' after a number expects a number, got " + given(missing)
                    : "'" + operator.get() + "' after " + describe(missing.getType()) + " does not accept "
                            + given(missing);
        }
        if (known.contains(name)) {
            return "'" + name + "'"
                    + (isScript(missing.getType()) ? "" : " on " + name(missing.getType()))
                    + " does not accept " + given(missing);
        }
        return unknown(name, name + "()", missing.getType(), known);
    }

    private static Optional<String> runOption(Class<?> type, String word) {
        return RunDsl.class.isAssignableFrom(type) ? Optional.ofNullable(Forms.runOption(word)) : Optional.empty();
    }

    private static String given(MissingMethodException missing) {
        List<String> types = Arrays.stream(missing.getArguments())
                .map(argument -> argument == null ? "null" : describe(argument.getClass()))
                .toList();
        return types.isEmpty() ? "nothing" : String.join(", ", types);
    }

    private String unknown(String name, String shown, Class<?> type, Set<String> known) {
        if (isScript(type)) {
            return "unknown word '" + name + "'" + Nearest.hint(name, known);
        }
        ClassNode owner = ClassHelper.make(type);
        String what = "unknown name '" + shown + "' on " + name(type);
        return OwnMembers.isOurs(owner)
                ? what + Nearest.hintOrAll(name, known, OwnMembers.of(owner))
                : what + Nearest.hint(name, known);
    }

    private boolean isScript(Class<?> type) {
        return type == script || ScriptNames.isClass(type.getName());
    }

    private Set<String> methods(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : owner(type).getMethods()) {
            if (!method.getName().contains("$")) {
                names.add(Vocabulary.word(method.getName()));
            }
        }
        if (!isScript(type)) {
            names.addAll(Members.added(ClassHelper.make(type)));
        }
        return names;
    }

    private Set<String> properties(Class<?> type) {
        return Members.properties(ClassHelper.make(owner(type)));
    }

    /** Returns the type itself; the script for its closures. */
    private Class<?> owner(Class<?> type) {
        return isScript(type) ? script : type;
    }

    private String cast(String text, Throwable failure) {
        Matcher groovy = CAST.matcher(text);
        if (groovy.matches()) {
            String value = groovy.group(1).equals("null") ? "a value" : "'" + groovy.group(1) + "'";
            return value + " must be " + describe(groovy.group(3)) + ", is " + describe(groovy.group(2));
        }
        Matcher java = JAVA_CAST.matcher(text);
        return java.matches()
                ? "a value must be " + describe(java.group(2)) + ", is " + describe(java.group(1))
                : other(failure, text);
    }

    private String onNull(String text, Throwable failure) {
        Matcher groovy = ON_NULL.matcher(text);
        if (groovy.find()) {
            String call = groovy.group(2) == null ? "" : "()";
            return "'" + Vocabulary.word(groovy.group(1)) + call + "' is called on null";
        }
        Optional<String> library = library(failure);
        if (library.isPresent()) {
            return "'" + library.get() + "()' is called on null";
        }
        Matcher java = INVOKED_ON_NULL.matcher(text);
        if (java.find()) {
            String method = java.group(1).substring(java.group(1).lastIndexOf('.') + 1);
            Matcher unboxing = UNBOXING.matcher(method);
            if (unboxing.matches() && java.group(1).startsWith("java.lang.")) {
                return "a value must be "
                        + describe(java.group(1).substring(0, java.group(1).lastIndexOf('.'))) + " here, is null";
            }
            return "'" + Vocabulary.word(method) + "()' is called on null";
        }
        return failure.getMessage() == null ? "a value must not be null here" : other(failure, text);
    }

    /** Returns the method of Groovy that the script called on null. */
    private Optional<String> library(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 1; i < frames.length; i++) {
            if (ScriptNames.isFile(frames[i].getFileName())) {
                StackTraceElement called = frames[i - 1];
                return LIBRARY.matcher(called.getClassName()).find()
                        ? Optional.of(called.getMethodName())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String describe(Class<?> type) {
        return Members.describe(ClassHelper.make(type));
    }

    private String describe(String type) {
        String plain = name(type);
        return Members.descriptionOf(type).orElse(plain);
    }

    private static String name(Class<?> type) {
        return name(type.getName());
    }

    private static String name(String type) {
        return ScriptNames.simple(type);
    }
}
