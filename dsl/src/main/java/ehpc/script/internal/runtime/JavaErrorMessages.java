package ehpc.script.internal.runtime;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages for exceptions of Java's methods about numbers, lists and files. */
final class JavaErrorMessages {

    private static final Pattern NUMBER = Pattern.compile("For input string: \"(.*)\".*", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("Index (-?\\d+) out of bounds for length (\\d+)");
    private static final Pattern EMPTY = Pattern.compile("Cannot access (\\w+\\(\\)) element from an empty .*");
    private static final Pattern BY_ZERO = Pattern.compile("(?i)/ by zero|division by zero|division undefined");
    private static final Pattern UNCHANGEABLE =
            Pattern.compile("^java\\.util\\.(ImmutableCollections|Collections\\$Unmodifiable)");

    private static final Pattern PROGRAM = Pattern.compile("Cannot run program \"(.*?)\".*", Pattern.DOTALL);

    private JavaErrorMessages() {}

    /** Returns a message in one line; empty for an exception whose own message is sufficient. */
    static Optional<String> message(Throwable failure, String text) {
        return ofValues(failure, text).or(() -> ofFiles(failure, text));
    }

    private static Optional<String> ofValues(Throwable failure, String text) {
        if (failure instanceof NumberFormatException) {
            Matcher number = NUMBER.matcher(text);
            return Optional.of((number.matches() ? "'" + number.group(1) + "'" : "a text") + " must be a number");
        }
        Matcher index = INDEX.matcher(text);
        if (failure instanceof IndexOutOfBoundsException && index.find()) {
            return Optional.of("an index must be less than " + index.group(2) + " here, is " + index.group(1));
        }
        Matcher empty = EMPTY.matcher(text);
        if (failure instanceof NoSuchElementException && empty.matches()) {
            return Optional.of("'" + empty.group(1) + "' is called on an empty list");
        }
        if (failure instanceof ArithmeticException && BY_ZERO.matcher(text).find()) {
            return Optional.of("division by zero");
        }
        return failure instanceof UnsupportedOperationException && isUnchangeable(failure)
                ? Optional.of("this list or map cannot be changed; change a copy of it")
                : Optional.empty();
    }

    private static Optional<String> ofFiles(Throwable failure, String text) {
        if (failure instanceof FileNotFoundException || failure instanceof NoSuchFileException) {
            return Optional.of("file is missing or cannot be read: " + text);
        }
        Matcher program = PROGRAM.matcher(text);
        if (failure instanceof IOException && program.matches()) {
            return Optional.of("program '" + program.group(1) + "' not found");
        }
        return failure instanceof AccessDeniedException
                ? Optional.of("no permission for file: " + text)
                : Optional.empty();
    }

    private static boolean isUnchangeable(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length > 0
                && UNCHANGEABLE.matcher(frames[0].getClassName()).find();
    }
}
