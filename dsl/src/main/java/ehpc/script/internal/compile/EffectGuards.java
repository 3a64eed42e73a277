package ehpc.script.internal.compile;

import ehpc.dsl.HostEffect;
import ehpc.dsl.HostEffects;
import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Handle;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;

/**
 * Inserts a check by {@link HostEffects} before each call of a script with an effect on the machine. It changes the compiled classes: there
 * every call has its target, whether it was written as a method, a property, an operator or a block, and the check does not use the
 * arguments of the call.
 */
final class EffectGuards {

    private static final String GUARD = Type.getInternalName(HostEffects.class);
    private static final String ADAPTER = Type.getInternalName(ScriptBytecodeAdapter.class);

    /** Methods of Groovy's adapter that find the target at run time; {@link HostEffects} has methods of the same names. */
    private static final Set<String> LATE = Set.of(
            "setProperty", "setPropertySafe", "getMethodPointer", "invokeMethodNSpreadSafe", "invokeMethod0SpreadSafe");

    private static final Handle LINK = new Handle(
            Opcodes.H_INVOKESTATIC,
            GUARD,
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                    + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            false);

    private EffectGuards() {}

    /** Returns a compiled class with the necessary checks. */
    static byte[] in(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        Guarded guarded = new Guarded(writer);
        reader.accept(guarded, 0);
        return guarded.changed ? writer.toByteArray() : original;
    }

    /** Returns the effect of a call whose target the compiler selected. */
    private static Optional<HostEffect> effect(String owner, String method, String descriptor) {
        if (!HostEffect.isNamed(method)) {
            return Optional.empty();
        }
        Type[] parameters = Type.getArgumentTypes(descriptor);
        String first = parameters.length == 0 ? "" : name(parameters[0]);
        boolean ofGroovy = owner.startsWith("org/codehaus/groovy/runtime/") || owner.startsWith("org/apache/groovy/");
        return ofGroovy
                ? HostEffect.of(first, method, parameters.length < 2 ? "" : name(parameters[1]))
                : HostEffect.of(owner.replace('/', '.'), method, first);
    }

    private static String name(Type type) {
        return type.getSort() == Type.ARRAY ? type.getDescriptor().replace('/', '.') : type.getClassName();
    }

    private static final class Guarded extends ClassVisitor {

        private boolean changed;

        Guarded(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
        }

        private final class Calls extends MethodVisitor {

            private boolean checked;

            Calls(MethodVisitor next) {
                super(Opcodes.ASM9, next);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
                effect(owner, name, descriptor).ifPresent(this::insertCheck);
                boolean late = owner.equals(ADAPTER) && LATE.contains(name);
                changed |= late;
                super.visitMethodInsn(opcode, late ? GUARD : owner, name, descriptor, ofInterface);
            }

            private void insertCheck(HostEffect effect) {
                changed = true;
                checked = true;
                super.visitLdcInsn(effect.toString());
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "before", "(Ljava/lang/String;)V", false);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle linker, Object... more) {
                if (linker.getOwner().equals("org/codehaus/groovy/vmplugin/v8/IndyInterface")) {
                    dynamic(name, descriptor, linker, more);
                    return;
                }
                Arrays.stream(more)
                        .filter(Handle.class::isInstance)
                        .map(Handle.class::cast)
                        .flatMap(to -> effect(to.getOwner(), to.getName(), to.getDesc()).stream())
                        .forEach(this::insertCheck);
                super.visitInvokeDynamicInsn(name, descriptor, linker, more);
            }

            private void dynamic(String kind, String descriptor, Handle linker, Object[] more) {
                String name = String.valueOf(more[0]);
                if (HostEffect.isNamed(kind.equals("getProperty") ? HostEffects.accessor("get", name) : name)) {
                    changed = true;
                    Object[] all = new Object[more.length + 1];
                    all[0] = linker;
                    System.arraycopy(more, 0, all, 1, more.length);
                    super.visitInvokeDynamicInsn(kind, descriptor, LINK, all);
                } else {
                    super.visitInvokeDynamicInsn(kind, descriptor, linker, more);
                }
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(checked ? stack + 1 : stack, locals);
            }
        }
    }
}
