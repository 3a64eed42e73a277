package ehpc.dsl;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.Collection;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MethodClosure;

/**
 * Replaces {@code System.exit}, and {@code exit} and {@code halt} of {@code Runtime}, in a script: the script ends, not the program that
 * runs it. The compiler inserts it; receivers of unknown type are checked at run time.
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

    /** Returns the receiver of a call: the value itself, unless it could end the process. */
    public static Object receiver(Object value) {
        return isProcess(value) ? new Process(value) : value;
    }

    /** Returns the receivers of a call on each element of a list. */
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

    /** Delegates to another object, except for methods that end the process. */
    private static final class Process extends GroovyObjectSupport {

        private final Object other;

        Process(Object other) {
            this.other = other;
        }

        @Override
        public Object invokeMethod(String name, Object given) {
            return InvokerHelper.invokeMethod(isName(name) ? ProcessExit.class : other, name, given);
        }

        /** Calls the method of this name of the other object, such as {@code System.getProperty}: only methods are called on this object. */
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
