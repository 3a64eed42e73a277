/**
 * A local E-HPC service for experiments, tests and development without an account. Official clients work with it as with the real one.
 *
 * <pre>{@code
 * try (LocalService service = LocalService.start(LocalOptions.defaults())) {
 *     // any E-HPC client: endpoint service.endpoint(), key service.accessKeyId(), service.accessKeySecret()
 * }
 * }</pre>
 *
 * <p>Start at {@link ehpc.local.LocalService}. It begins with two clusters in region {@code cn-hangzhou}: {@code ehpc-hz-localdemo1} (nodes
 * {@code manager0}, {@code login0}, {@code compute000} and so on) and the hybrid cluster {@code ehpc-hz-localhybrid} in proxy mode, half of
 * whose nodes are outside the cloud. Requests create, change and delete clusters and nodes, at the pace of {@link
 * ehpc.local.Transitions}. Commands and jobs are real processes, and so are the post scripts of new nodes. Unsupported operations return {@code UnsupportedOperation}, never an empty success. {@link ehpc.local.Faults} lets requests fail on purpose.
 *
 * <h2>The results of commands</h2>
 *
 * The service does not document the states of ended commands. This service and the readers of results use:
 *
 * <table>
 * <caption>Results of a command on one node</caption>
 * <tr><th>event</th><th>InvokeRecordStatus</th><th>Success</th><th>ExitCode</th><th>Message</th></tr>
 * <tr><td>it has not ended yet</td><td>Running</td><td>false</td><td>none</td><td>empty</td></tr>
 * <tr><td>its shell ended by itself</td><td>Finished</td><td>whether the code is 0</td><td>the shell's; 128 plus the number of a
 * signal</td><td>its output</td></tr>
 * <tr><td>its node or the service stopped while it ran</td><td>Finished</td><td>false</td><td>137, as for any killed process</td><td>its
 * output until then, and a last line with the reason</td></tr>
 * <tr><td>it took longer than Timeout</td><td>Stopped</td><td>false</td><td>124</td><td>its output until then</td></tr>
 * <tr><td>it never started: the node is not running, the working directory is missing</td><td>Failed</td><td>false</td> <td>-1</td><td>the
 * reason</td></tr>
 * </table>
 *
 * <p>Over all nodes, a command is Running while it runs on any node, Finished if Finished on all, else Failed if Failed on any, else
 * Stopped. The output is standard output and standard error in the order written, read as UTF-8.
 *
 * <p>This package depends only on {@link ehpc.api}.
 */
package ehpc.local;
