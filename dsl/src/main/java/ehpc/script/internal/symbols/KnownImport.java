package ehpc.script.internal.symbols;

/**
 * An import that holds for entries to come.
 *
 * @param type the class, or the package with a dot behind it where everything of it is imported
 * @param member the static member; empty where there is none, {@code *} for all of them
 * @param alias what it is called; empty for a star
 */
public record KnownImport(String type, String member, String alias) {

    public boolean isStatic() {
        return !member.isEmpty();
    }

    public boolean isPackage() {
        return type.endsWith(".");
    }

    /** Returns whether a later import takes the place of this one. */
    boolean isReplacedBy(KnownImport later) {
        return equals(later) || !alias.isEmpty() && alias.equals(later.alias) && isStatic() == later.isStatic();
    }

    @Override
    public String toString() {
        String whole = isPackage() ? type + "*" : type;
        String said = isStatic() ? "static " + type + "." + member : whole;
        boolean renamed = !alias.isEmpty() && !said.endsWith("." + alias) && !said.equals(alias);
        return renamed ? said + " as " + alias : said;
    }
}
