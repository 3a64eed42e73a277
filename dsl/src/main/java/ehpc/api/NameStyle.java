package ehpc.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The spelling of catalogue names: operations, parameters, and fields of parameters and answers. */
public enum NameStyle {

    /** As the service spells them: {@code QueueName}. */
    SERVICE {
        @Override
        public String of(String name) {
            return name;
        }
    },

    /**
     * As scripts spell them, in lower camel case: {@code queueName}. Of consecutive capitals at the beginning, the last one begins the next
     * word: {@code DBType} is {@code dbType}, {@code VSwitchId} is {@code vSwitchId}, and {@code URL} is {@code url}. Each part of a dotted
     * name is converted: {@code ecsOrder.manager.count}.
     */
    SCRIPT {
        @Override
        public String of(String name) {
            return Arrays.stream(name.split("\\.", -1)).map(NameStyle::camel).collect(Collectors.joining("."));
        }
    };

    /** Returns a name of the catalogue in this spelling. */
    public abstract String of(String name);

    /** Returns names of the catalogue in this spelling, in their order. */
    public List<String> of(Collection<String> names) {
        return names.stream().map(this::of).toList();
    }

    /**
     * Returns the matching name of the catalogue. Each part of a dotted name may have either spelling.
     *
     * @param written the name as written
     * @param names the possible names
     */
    public static Optional<String> find(String written, Collection<String> names) {
        if (names.contains(written)) {
            return Optional.of(written);
        }
        String usual = capitalized(written); // most names differ in the first letter only
        return names.contains(usual) && means(written, usual)
                ? Optional.of(usual)
                : names.stream().filter(name -> means(written, name)).findFirst();
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean means(String written, String name) {
        String[] said = written.split("\\.", -1);
        String[] known = name.split("\\.", -1);
        boolean alike = said.length == known.length;
        for (int i = 0; alike && i < said.length; i++) {
            alike = said[i].equals(known[i]) || said[i].equals(camel(known[i]));
        }
        return alike;
    }

    private static String camel(String name) {
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        int lowered = capitals == name.length() || capitals < 2 ? capitals : capitals - 1;
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }
}
