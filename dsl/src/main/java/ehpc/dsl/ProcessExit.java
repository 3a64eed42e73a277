package ehpc.dsl;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.Collection;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MethodClosure;

/**
 * Stands in a script where it says {@code System.exit}, or {@code exit} and {@code halt} of {@code Runtime}: the script ends, and not the
 * program that runs it. The compiler puts it there; of a receiver whose type is not known it is found out when the call is reached.
 */
public final class ProcessExit {

    private static final Set<String> METHODS = Set.of("exit", "halt");

    private ProcessExit() {}

    /** Returns whether a method of that name may end the process. */
    public static boolean isName(String method) {
        return METHODS.contains(method);
    }

    /** Ends the script. */
    public static void exit(int code) {
        throw new ScriptExit(code);
    }

    /** Ends the script. */
    public static void halt(int code) {
        exit(code);
    }

    /** What a method is called on: the value itself, unless it could end the process. */
    public static Object receiver(Object value) {
        return isProcess(value) ? new Process(value) : value;
    }

    /** Returns the same for each element, where a method is called on all of a list. */
    public static Object receivers(Object values) {
        return values instanceof Collection<?> many
                ? many.stream().map(ProcessExit::receiver).toList()
                : receiver(values);
    }

    /** Returns a method as a closure. */
    public static Closure<?> pointer(Object value, String method) {
        return new MethodClosure(isProcess(value) && isName(method) ? ProcessExit.class : value, method);
    }

    private static boolean isProcess(Object value) {
        return value == System.class || value instanceof Runtime;
    }

    /** Does what the other does, but for ending the process. */
    private static final class Process extends GroovyObjectSupport {

        private final Object other;

        Process(Object other) {
            this.other = other;
        }

        @Override
        public Object invokeMethod(String name, Object given) {
            return InvokerHelper.invokeMethod(isName(name) ? ProcessExit.class : other, name, given);
        }

        /** Returns the method of the other that has this name: nothing but methods is asked for here. */
        @Override
        public Object getProperty(String name) {
            return InvokerHelper.invokeMethod(other, "getProperty", name);
        }

        @Override
        public void setProperty(String name, Object value) {
            InvokerHelper.invokeMethod(other, "setProperty", new Object[] {name, value});
        }
    }
}
