package ehpc.dsl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method or constructor of Java or Groovy with a side effect on the machine or over the network, other than a word of the language. The
 * table {@code effects.txt} lists the usual ones.
 *
 * @param kind the kind of side effect
 * @param type the class name; for a method that Groovy adds, that of the extended class
 * @param method its name, {@code <init>} for a constructor
 * @param first the name of its first parameter's class; empty for any
 */
public record HostEffect(String kind, String type, String method, String first) {

    private static final String CONSTRUCTOR = "<init>";
    private static final Map<String, String> KINDS = Map.of(
            "files", "changes files",
            "processes", "starts a process",
            "connections", "opens a connection",
            "program", "changes or ends the program");

    private static final Map<String, List<HostEffect>> BY_METHOD = read();

    private static Map<String, List<HostEffect>> read() {
        Map<String, List<HostEffect>> read = new HashMap<>();
        try (InputStream in = HostEffect.class.getResourceAsStream("effects.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.split(" ");
                        for (int i = 2; i < words.length; i++) {
                            String[] named = words[i].split("\\(");
                            read.computeIfAbsent(named[0], name -> new ArrayList<>())
                                    .add(new HostEffect(
                                            words[0], words[1], named[0], named.length > 1 ? named[1] : ""));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    static List<HostEffect> all() {
        return BY_METHOD.values().stream().flatMap(List::stream).toList();
    }

    /** Returns whether a method of this name exists, in any type. */
    public static boolean isNamed(String method) {
        return BY_METHOD.containsKey(method);
    }

    /**
     * Returns the effect of a call with a known target.
     *
     * @param type the name of the called class; for a method that Groovy adds, that of its first parameter
     * @param first the name of the first parameter's class; empty for none
     */
    public static Optional<HostEffect> of(String type, String method, String first) {
        return BY_METHOD.getOrDefault(method, List.of()).stream()
                .filter(effect -> effect.type.equals(type) && (effect.first.isEmpty() || effect.first.equals(first)))
                .findFirst();
    }

    /**
     * Returns the effect of a call with a target chosen at run time.
     *
     * @param receiver the called object; the class itself for a static method or a constructor
     */
    static Optional<HostEffect> of(Object receiver, String method, Object[] arguments) {
        return BY_METHOD.getOrDefault(method, List.of()).stream()
                .filter(effect -> effect.isOf(receiver) && effect.takes(arguments))
                .findFirst();
    }

    private boolean isOf(Object receiver) {
        if (receiver instanceof Class<?> type && type.getName().equals(this.type)) {
            return true;
        }
        return receiver != null && !method.equals(CONSTRUCTOR) && isA(receiver.getClass(), type);
    }

    private boolean takes(Object[] arguments) {
        return first.isEmpty() || arguments.length > 0 && arguments[0] != null && isA(arguments[0].getClass(), first);
    }

    /** Compares names: a class that was not loaded has no instances, and need not be loaded. */
    private static boolean isA(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getName().equals(name)) {
                return true;
            }
            for (Class<?> face : at.getInterfaces()) {
                if (isA(face, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the call and its effect, such as {@code File.setText() changes files}. */
    @Override
    public String toString() {
        String name = type.startsWith("[") ? "String[]" : type.substring(type.lastIndexOf('.') + 1);
        String call = method.equals(CONSTRUCTOR) ? "new " + name + "()" : name + "." + method + "()";
        return call + " " + KINDS.get(kind);
    }
}
