package ehpc.edit;

import ehpc.edit.Candidate.Kind;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constants and static methods available by static imports. */
final class StaticNames {

    /** An order of methods with the same name that is the same on every JVM. */
    private static final Comparator<Method> SHORT_FIRST =
            Comparator.comparingInt(Method::getParameterCount).thenComparing(StaticNames::taken);

    private StaticNames() {}

    /** Returns the members imported by the text and by earlier entries; all members of a class only if something is typed. */
    static List<Candidate> at(CursorContext context) {
        List<Imported> imports = new ArrayList<>(Imported.of(context.before()));
        imports.addAll(Imported.of(context.session()));
        List<Candidate> names = new ArrayList<>();
        imports.stream()
                .filter(one -> one.isStatic() && !(one.all() && context.word().isEmpty()))
                .forEach(one -> names.addAll(of(one)));
        return names;
    }

    private static List<Candidate> of(Imported one) {
        int dot = one.name().lastIndexOf('.');
        String type = one.all() || dot < 0 ? one.name() : one.name().substring(0, dot);
        return ClassFacts.load(type).map(known -> of(known, true)).orElse(List.of()).stream()
                .filter(name -> one.all() || one.name().endsWith("." + name.text()))
                .map(name ->
                        one.all() ? name : new Candidate(one.alias(), name.append(), name.description(), name.kind()))
                .toList();
    }

    /**
     * Returns the constants and static methods of a class.
     *
     * @param called whether they are used; otherwise they are only imported
     */
    static List<Candidate> of(Class<?> type, boolean called) {
        try {
            return members(type, called);
        } catch (LinkageError e) {
            return List.of(); // a class that its members need is missing
        }
    }

    private static List<Candidate> members(Class<?> type, boolean called) {
        Map<String, Candidate> members = new TreeMap<>();
        Stream.<Member>concat(
                        Arrays.stream(type.getFields()),
                        Arrays.stream(type.getMethods()).sorted(SHORT_FIRST))
                .filter(member -> Modifier.isStatic(member.getModifiers()) && !member.isSynthetic())
                .forEach(member -> members.putIfAbsent(member.getName(), candidate(member, called)));
        return List.copyOf(members.values());
    }

    private static Candidate candidate(Member member, boolean called) {
        if (member instanceof Method method) {
            String taken = taken(method);
            String append = !called ? "" : taken.equals("()") ? "()" : "(";
            String form =
                    method.getName() + taken + " " + method.getReturnType().getSimpleName();
            return new Candidate(method.getName(), append, form, Kind.METHOD);
        }
        return new Candidate(member.getName(), "", ((Field) member).getType().getSimpleName(), Kind.PROPERTY);
    }

    private static String taken(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
