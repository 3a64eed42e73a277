package ehpc.edit;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts that determine where a class is allowed.
 *
 * @param sort its kind, for display
 * @param isOpen whether another class can extend or implement it
 * @param isThrown whether it can be thrown and caught
 * @param makes how an object of it can be created
 */
record ClassFacts(Sort sort, boolean isOpen, boolean isThrown, Makes makes) {

    private static final Map<String, Optional<ClassFacts>> FOUND = new ConcurrentHashMap<>();

    /** The kinds of classes. */
    enum Sort {
        CLASS("class"),
        EXCEPTION("exception"),
        INTERFACE("interface"),
        TRAIT("trait"),
        ENUM("enum"),
        RECORD("record"),
        ANNOTATION("annotation");

        private final String phrase;

        Sort(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }

        boolean isImplemented() {
            return this == INTERFACE || this == TRAIT;
        }
    }

    /** The creation of objects by {@code new}. */
    enum Makes {
        NOTHING,
        OF_NOTHING,
        OF_ARGUMENTS
    }

    /**
     * Returns the facts of a class by its full name; empty if it does not exist, is not public or is deprecated. Does not initialize the
     * class.
     */
    static Optional<ClassFacts> find(String name) {
        Optional<ClassFacts> known = FOUND.get(name);
        if (known == null) {
            known = load(name)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .flatMap(ClassFacts::of);
            FOUND.put(name, known);
        }
        return known;
    }

    /** Returns a class by its full name, without initializing it. */
    static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, ClassFacts.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // a class that it needs is missing
        }
    }

    static Optional<ClassFacts> of(Class<?> type) {
        try {
            if (type.isAnnotationPresent(Deprecated.class)) {
                return Optional.empty();
            }
            boolean fixed = Modifier.isFinal(type.getModifiers()) || type.isSealed();
            return Optional.of(new ClassFacts(sort(type), !fixed, Throwable.class.isAssignableFrom(type), makes(type)));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static Sort sort(Class<?> type) {
        if (type.isAnnotation()) {
            return Sort.ANNOTATION;
        }
        if (type.isInterface()) {
            return Sort.INTERFACE;
        }
        if (Throwable.class.isAssignableFrom(type)) {
            return Sort.EXCEPTION;
        }
        return type.isEnum() ? Sort.ENUM : type.isRecord() ? Sort.RECORD : Sort.CLASS;
    }

    private static Makes makes(Class<?> type) {
        boolean none = Modifier.isAbstract(type.getModifiers()) || type.isInterface() || type.isEnum();
        boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        if (none || inner || type.getConstructors().length == 0) {
            return Makes.NOTHING;
        }
        boolean plain = type.getConstructors().length == 1 && type.getConstructors()[0].getParameterCount() == 0;
        return plain ? Makes.OF_NOTHING : Makes.OF_ARGUMENTS;
    }

    /** Returns whether an object of it can be created by {@code new}. */
    boolean isMade() {
        return makes != Makes.NOTHING;
    }

    /** Returns the classes declared in another one; none if one of them is missing. */
    static Class<?>[] nested(Class<?> outer) {
        try {
            return outer.getDeclaredClasses();
        } catch (LinkageError e) {
            return new Class<?>[0];
        }
    }
}
