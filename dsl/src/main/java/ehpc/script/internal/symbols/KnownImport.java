package ehpc.script.internal.symbols;

/**
 * An import that is valid in later entries.
 *
 * @param type the class, or for an import of a complete package its name with a trailing dot
 * @param member the static member; {@code *} for all, empty for an import that is not static
 * @param alias the imported name; empty for a star
 */
public record KnownImport(String type, String member, String alias) {

    public boolean isStatic() {
        return !member.isEmpty();
    }

    public boolean isPackage() {
        return type.endsWith(".");
    }

    /** Returns whether a later import replaces this one. */
    boolean isReplacedBy(KnownImport later) {
        return equals(later) || !alias.isEmpty() && alias.equals(later.alias) && isStatic() == later.isStatic();
    }

    @Override
    public String toString() {
        String whole = isPackage() ? type + "*" : type;
        String full = isStatic() ? "static " + type + "." + member : whole;
        boolean renamed = !alias.isEmpty() && !full.endsWith("." + alias) && !full.equals(alias);
        return renamed ? full + " as " + alias : full;
    }
}
