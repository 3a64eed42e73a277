/**
 * E-HPC for Java programs. Start at {@link ehpc.EhpcClient}: an account in a region; {@link ehpc.EhpcClient#cluster} returns a {@link ehpc.Cluster},
 * whose {@link ehpc.Cluster#run} sends a command to a {@link ehpc.node.NodeSet} and returns one {@link ehpc.NodeResult} for each node.
 *
 * <p>An {@link ehpc.api.InputException} reports invalid input before anything is sent; an {@link ehpc.api.ApiException} reports a refusal,
 * or a request or answer that was lost. Reads are retried where that is safe; requests that could take effect twice are sent once. Each
 * change to the service is an {@link ehpc.Effect} and passes through {@link ehpc.Effects}. This package reaches the service only through
 * {@link ehpc.api}, and uses no Groovy type.
 */
package ehpc;
