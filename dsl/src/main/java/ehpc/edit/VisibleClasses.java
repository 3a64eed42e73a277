package ehpc.edit;

import ehpc.script.SessionContext;
import ehpc.syntax.TokenizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes that a text may use without their packages, by name; of two with the same name, the one that the compiler uses. */
final class VisibleClasses {

    /** The packages that Groovy and the language import by default, in the order in which the compiler searches them. */
    private static final List<String> PACKAGES = List.of(
            "ehpc",
            "ehpc.command",
            "ehpc.node",
            "java.lang",
            "java.util",
            "java.io",
            "java.net",
            "groovy.lang",
            "groovy.util");

    private static final List<String> SINGLE = List.of(
            "ehpc.api.ApiException",
            "ehpc.api.IncompleteListException",
            "ehpc.api.InputException",
            "java.math.BigDecimal",
            "java.math.BigInteger");

    /**
     * A visible class.
     *
     * @param name its name in the text
     * @param whole its name with its package; empty for a class of the text or the session
     * @param own its facts, for a class of the text or the session
     * @param origin the place of its definition, for display; empty for other classes
     * @param near whether the text or the session defines it or imports it by name
     */
    record Visible(String name, String whole, Optional<ClassFacts> own, String origin, boolean near) {

        static Visible of(String name, String whole, boolean near) {
            return new Visible(name, whole, Optional.empty(), "", near);
        }

        Optional<ClassFacts> facts() {
            return own.isPresent() ? own : ClassFacts.find(whole);
        }

        boolean isOwn() {
            return own.isPresent();
        }

        /** Returns its kind and its origin. */
        String description(ClassFacts facts) {
            int dot = whole.lastIndexOf('.');
            return facts.sort().phrase() + (isOwn() ? " " + origin : dot < 0 ? "" : " of " + whole.substring(0, dot));
        }
    }

    private final Map<String, Visible> classes = new LinkedHashMap<>();

    private VisibleClasses() {}

    /** Returns the classes that are defined or imported by name, the nearest first, then the others. */
    static VisibleClasses of(TokenizedText text, SessionContext session) {
        VisibleClasses visible = new VisibleClasses();
        List<Imported> imports = Imported.of(text);
        List<Imported> earlier = Imported.of(session);
        DefinedClass.of(text).forEach(one -> visible.add(one.name(), one.facts(), "of this text"));
        imports.forEach(visible::single);
        earlier.forEach(visible::single);
        session.classes().stream()
                .filter(type -> type.getName().indexOf('$') < 0)
                .forEach(type ->
                        ClassFacts.of(type).ifPresent(facts -> visible.add(type.getName(), facts, "of this session")));
        imports.forEach(visible::several);
        earlier.forEach(visible::several);
        PACKAGES.forEach(visible::in);
        SINGLE.forEach(name -> visible.add(name.substring(name.lastIndexOf('.') + 1), name, false));
        return visible;
    }

    private void add(String name, ClassFacts facts, String origin) {
        classes.putIfAbsent(name, new Visible(name, "", Optional.of(facts), origin, true));
    }

    private void add(String name, String whole, boolean near) {
        classes.putIfAbsent(name, Visible.of(name, whole, near));
    }

    private void single(Imported one) {
        if (!one.isStatic() && !one.all()) {
            add(one.alias(), one.name(), true);
        }
    }

    private void several(Imported one) {
        if (!one.isStatic() && one.all()) {
            in(one.name());
        }
    }

    private void in(String name) {
        PackageIndex.classes(name).forEach(simple -> add(simple, name + "." + simple, false));
    }

    List<Visible> all() {
        return List.copyOf(classes.values());
    }

    /** Returns the class that a name refers to, with or without package; not a class of the text itself. */
    Optional<Class<?>> find(String name) {
        Visible one = classes.get(name);
        return one != null && one.isOwn() ? Optional.empty() : ClassFacts.load(one == null ? name : one.whole());
    }
}
