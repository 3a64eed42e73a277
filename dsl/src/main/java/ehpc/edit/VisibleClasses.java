package ehpc.edit;

import ehpc.script.SessionContext;
import ehpc.syntax.TokenizedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes that a text may name without their packages, by those names; of two of the same name the one that the compiler takes. */
final class VisibleClasses {

    /** What Groovy and the language import by themselves, in the order in which the compiler looks. */
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

    private static final List<String> SINGLE =
            List.of("ehpc.api.InputException", "java.math.BigDecimal", "java.math.BigInteger");

    /**
     * A class that can be named.
     *
     * @param name by which it goes here
     * @param whole its name with its package; empty for one of the text or the session
     * @param own what it is, of one of the text or the session
     * @param origin where that one was defined, for people; empty for others
     * @param near whether a person made it known, by defining it or importing it alone
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

        /** What it is, and where from. */
        String description(ClassFacts facts) {
            int dot = whole.lastIndexOf('.');
            return facts.sort().phrase() + (isOwn() ? " " + origin : dot < 0 ? "" : " of " + whole.substring(0, dot));
        }
    }

    private final Map<String, Visible> classes = new LinkedHashMap<>();

    private VisibleClasses() {}

    /** Returns those that a person made known, the nearest first, then the others. */
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

    /** Returns the class that a name means, with its package or without, and as it is known to the library; none of the text's own. */
    Optional<Class<?>> find(String name) {
        Visible one = classes.get(name);
        return one != null && one.isOwn() ? Optional.empty() : ClassFacts.load(one == null ? name : one.whole());
    }
}
