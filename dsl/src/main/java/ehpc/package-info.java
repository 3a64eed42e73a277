/**
 * E-HPC for Java programs. Start at {@link ehpc.Ehpc}: an account in a region; {@link ehpc.Ehpc#cluster} leads to a
 * {@link ehpc.Cluster}, whose {@link ehpc.Cluster#run} sends a command to a {@link ehpc.node.NodeSet} and brings back one
 * {@link ehpc.NodeResult} for each node.
 *
 * <p>What a caller got wrong is an {@link ehpc.api.InputException} and nothing was sent; what the service refused, or what was lost
 * on the way, is an {@link ehpc.api.ApiException}. Reads are tried again where that is safe; whatever could run twice is sent
 * once. Whatever changes the service is an {@link ehpc.Effect} and comes through {@link ehpc.Effects}. This package knows the service through {@link ehpc.api} alone, and no
 * Groovy type.
 */
package ehpc;
