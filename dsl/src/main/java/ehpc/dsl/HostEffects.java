package ehpc.dsl;

import ehpc.plan.EffectRefused;
import groovy.lang.Closure;
import groovy.lang.GString;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * Refuses the side effects of a script in planning, before they happen. The compiler inserts a check before the usual calls that write
 * files, start processes and open connections. It guards against accidents and is not a sandbox.
 *
 * <p>The inherited context of a thread marks planning threads, because code of a script that other code calls, such as a closure passed to
 * a list or a class, has no other source.
 */
public final class HostEffects {

    private static final MethodHandle CHECK = check();

    private final AtomicReference<EffectRefused> refused = new AtomicReference<>();
    private volatile boolean ended;

    private static MethodHandle check() {
        try {
            MethodType type = MethodType.methodType(void.class, String.class, Object[].class);
            return MethodHandles.lookup().findStatic(HostEffects.class, "beforeCall", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs work with side effects refused; records the first one, as a script may catch the error. */
    public void refusing(Runnable work) {
        try {
            ExecutionContext.refusing(this).run(work);
        } finally {
            ended = true;
        }
    }

    /** Returns the first effect that was refused. */
    public Optional<EffectRefused> refused() {
        return Optional.ofNullable(refused.get());
    }

    /**
     * Checks a call with a side effect; called by compiled scripts.
     *
     * @param effect the call and its effect
     * @throws EffectRefused if the script is being planned
     */
    public static void before(String effect) {
        // Effects of streams and threads that continue after the planning has ended are refused, too.
        boolean own = ExecutionContext.current().isPresent();
        ExecutionContext.planned().filter(planning -> own || !planning.ended).ifPresent(planning -> {
            EffectRefused refusal = new EffectRefused(effect);
            planning.refused.compareAndSet(null, refusal);
            throw refusal;
        });
    }

    /** Checks a call whose receiver is known only at run time; the first value is the receiver. */
    private static void beforeCall(String method, Object[] values) {
        if (ExecutionContext.planned().isPresent()) {
            Object[] arguments = Arrays.copyOfRange(values, 1, values.length);
            receivers(values[0])
                    .flatMap(receiver -> HostEffect.of(receiver, method, arguments).stream())
                    .findFirst()
                    .ifPresent(effect -> before(effect.toString()));
        }
    }

    /** Returns the objects that may receive a call: for a block also its delegates, and for a GString its text. */
    private static Stream<Object> receivers(Object called) {
        if (called instanceof Closure<?> block) {
            return Stream.of(block, block.getDelegate(), block.getOwner());
        }
        return called instanceof GString text ? Stream.of(text, text.toString()) : Stream.ofNullable(called);
    }

    /**
     * Links a call of a script whose receiver is known only at run time, with a check before it.
     *
     * @param kind the kind of call
     * @param linker links the call itself
     * @param more its arguments, the name first
     */
    public static CallSite link(
            MethodHandles.Lookup caller, String kind, MethodType type, MethodHandle linker, Object... more)
            throws Throwable {
        Object[] all = new Object[more.length + 3];
        all[0] = caller;
        all[1] = kind;
        all[2] = type;
        System.arraycopy(more, 0, all, 3, more.length);
        CallSite site = (CallSite) linker.invokeWithArguments(all);
        String name = kind.equals("getProperty") ? accessor("get", (String) more[0]) : (String) more[0];
        MethodHandle check = CHECK.bindTo(name)
                .asCollector(Object[].class, type.parameterCount())
                .asType(type.changeReturnType(void.class));
        return new ConstantCallSite(MethodHandles.foldArguments(site.dynamicInvoker(), check));
    }

    /** Sets a property of a dynamic value, for a script. */
    public static void setProperty(Object value, Class<?> sender, Object owner, String name) throws Throwable {
        if (ExecutionContext.planned().isPresent()) {
            beforeCall(accessor("set", name), new Object[] {owner, value});
        }
        ScriptBytecodeAdapter.setProperty(value, sender, owner, name);
    }

    /** Sets a property of a dynamic value that may be null, for a script. */
    public static void setPropertySafe(Object value, Class<?> sender, Object owner, String name) throws Throwable {
        if (owner != null) {
            setProperty(value, sender, owner, name);
        }
    }

    /** Creates a method pointer or reference for a script, checked at once, as its later calls are not visible. */
    public static Closure<?> getMethodPointer(Object owner, String name) {
        beforeCall(name, new Object[] {owner});
        return ScriptBytecodeAdapter.getMethodPointer(owner, name);
    }

    /** Calls a method of each element for a script. */
    public static Object invokeMethodNSpreadSafe(Class<?> sender, Object list, String name, Object[] arguments)
            throws Throwable {
        if (ExecutionContext.planned().isPresent() && HostEffect.isNamed(name)) {
            for (Object element : DefaultTypeTransformation.asCollection(list)) {
                Object[] values = new Object[arguments.length + 1];
                values[0] = element;
                System.arraycopy(arguments, 0, values, 1, arguments.length);
                beforeCall(name, values);
            }
        }
        return ScriptBytecodeAdapter.invokeMethodNSpreadSafe(sender, list, name, arguments);
    }

    /** Calls a method of each element, without arguments, for a script. */
    public static Object invokeMethod0SpreadSafe(Class<?> sender, Object list, String name) throws Throwable {
        return invokeMethodNSpreadSafe(sender, list, name, new Object[0]);
    }

    /** Returns the name of the method that reads or sets a property. */
    public static String accessor(String begin, String property) {
        return property.isEmpty() ? begin : begin + Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }
}
