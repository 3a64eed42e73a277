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
 * What a script that is being planned is about to do by itself, past the words of the language: it is refused before it happens. The
 * compiler puts a look at this before the usual calls that write files, start processes and open connections. It is a check on what a
 * script means to do, no sandbox.
 *
 * <p>Whether a thread plans is known by the thread, and by those it begins: the code of a script that is called by others, such as a block
 * that a list is walked with or a class of its own, has nothing else to ask.
 */
public final class HostEffects {

    private static final InheritableThreadLocal<HostEffects> PLANNING = new InheritableThreadLocal<>();
    private static final MethodHandle LOOK = look();

    private final AtomicReference<EffectRefused> refused = new AtomicReference<>();
    private volatile boolean ended;

    private static MethodHandle look() {
        try {
            MethodType type = MethodType.methodType(void.class, String.class, Object[].class);
            return MethodHandles.lookup().findStatic(HostEffects.class, "beforeCall", type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does work in which effects are refused; the first one is remembered, as a script may catch what is thrown. */
    public void refusing(Runnable work) {
        HostEffects before = PLANNING.get();
        PLANNING.set(this);
        try {
            work.run();
        } finally {
            ended = true;
            if (before == null) {
                PLANNING.remove();
            } else {
                PLANNING.set(before);
            }
        }
    }

    /** Returns the first effect that was refused. */
    public Optional<EffectRefused> refused() {
        return Optional.ofNullable(refused.get());
    }

    /**
     * Called by a script before a call that has an effect.
     *
     * @param effect the call and what it does
     * @throws EffectRefused if the script is being planned
     */
    public static void before(String effect) {
        HostEffects planning = PLANNING.get();
        if (planning != null && !planning.ended) {
            EffectRefused refusal = new EffectRefused(effect);
            planning.refused.compareAndSet(null, refusal);
            throw refusal;
        }
    }

    /** The same of a call whose receiver is known only now; the first of its values is the receiver. */
    private static void beforeCall(String method, Object[] values) {
        if (PLANNING.get() != null) {
            Object[] arguments = Arrays.copyOfRange(values, 1, values.length);
            receivers(values[0])
                    .flatMap(receiver -> HostEffect.of(receiver, method, arguments).stream())
                    .findFirst()
                    .ifPresent(effect -> before(effect.toString()));
        }
    }

    /** Returns the values that may answer a call: of a block also that which it speaks of, and the text that a text with values makes. */
    private static Stream<Object> receivers(Object called) {
        if (called instanceof Closure<?> block) {
            return Stream.of(block, block.getDelegate(), block.getOwner());
        }
        return called instanceof GString text ? Stream.of(text, text.toString()) : Stream.ofNullable(called);
    }

    /**
     * Links a call of a script whose receiver is known only when it is reached, with a look before it.
     *
     * @param kind how the call is written
     * @param linker links the call itself
     * @param more what that wants to know, the name first
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
        MethodHandle look = LOOK.bindTo(name)
                .asCollector(Object[].class, type.parameterCount())
                .asType(type.changeReturnType(void.class));
        return new ConstantCallSite(MethodHandles.foldArguments(site.dynamicInvoker(), look));
    }

    /** Sets a property of a value that is known only now, for a script. */
    public static void setProperty(Object value, Class<?> sender, Object owner, String name) throws Throwable {
        if (PLANNING.get() != null) {
            beforeCall(accessor("set", name), new Object[] {owner, value});
        }
        ScriptBytecodeAdapter.setProperty(value, sender, owner, name);
    }

    /** The same where the value may be null. */
    public static void setPropertySafe(Object value, Class<?> sender, Object owner, String name) throws Throwable {
        if (owner != null) {
            setProperty(value, sender, owner, name);
        }
    }

    /** Makes a method pointer or reference for a script, of which nobody knows when it will be called. */
    public static Closure<?> getMethodPointer(Object owner, String name) {
        beforeCall(name, new Object[] {owner});
        return ScriptBytecodeAdapter.getMethodPointer(owner, name);
    }

    /** Calls a method of each element for a script. */
    public static Object invokeMethodNSpreadSafe(Class<?> sender, Object list, String name, Object[] arguments)
            throws Throwable {
        if (PLANNING.get() != null && HostEffect.isNamed(name)) {
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
