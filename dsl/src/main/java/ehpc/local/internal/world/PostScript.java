package ehpc.local.internal.world;

/** A script that new nodes run: kept, not run here. */
public record PostScript(String url, String args) {}
