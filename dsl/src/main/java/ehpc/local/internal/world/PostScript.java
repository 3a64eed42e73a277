package ehpc.local.internal.world;

/** A post script of a cluster. */
public record PostScript(String url, String args) {}
