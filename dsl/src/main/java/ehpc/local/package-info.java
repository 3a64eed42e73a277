/**
 * E-HPC on this machine: a service that official clients take for the real one, for trying things out, for tests, for building
 * without an account.
 *
 * <pre>{@code
 * try (LocalService service = LocalService.start(LocalOptions.defaults())) {
 *     // any E-HPC client: endpoint service.endpoint(), key service.accessKeyId(), service.accessKeySecret()
 * }
 * }</pre>
 *
 * <p>Start at {@link ehpc.local.LocalService}. It has one region, {@code cn-hangzhou}, and two clusters: {@code ehpc-hz-localdemo1}
 * (nodes {@code manager0}, {@code login0}, {@code compute000} and so on) and the hybrid cluster {@code ehpc-hz-localhybrid} in
 * proxy mode, half of whose nodes stand outside the cloud. Commands are real processes. Post scripts are kept and shown, not
 * run. An operation that is not emulated is refused, never answered with an empty success.
 *
 * <h2>How the end of a command is told</h2>
 *
 * No document of the service says which state goes with which end. Here, and in whatever reads it:
 *
 * <table>
 * <caption>Results of a command on one node</caption>
 * <tr><th>what happened</th><th>InvokeRecordStatus</th><th>Success</th><th>ExitCode</th><th>Message</th></tr>
 * <tr><td>it has not ended yet</td><td>Running</td><td>false</td><td>none</td><td>empty</td></tr>
 * <tr><td>its shell ended by itself</td><td>Finished</td><td>whether the code is 0</td><td>the shell's; 128 plus the number
 *     of a signal</td><td>its output</td></tr>
 * <tr><td>its node or the service went away while it ran</td><td>Finished</td><td>false</td><td>137, as for any process that
 *     is killed</td><td>its output until then, and a last line that says why</td></tr>
 * <tr><td>it took longer than Timeout</td><td>Stopped</td><td>false</td><td>124</td><td>its output until then</td></tr>
 * <tr><td>it never began: the node is not running, the working directory is missing</td><td>Failed</td><td>false</td>
 *     <td>-1</td><td>why</td></tr>
 * </table>
 *
 * <p>A command as a whole is Running while it runs on any node, Finished when it is Finished on all, else Failed when it is on
 * any, else Stopped. The output is standard output and standard error as they were written, read as UTF-8.
 *
 * <p>This package knows {@link ehpc.api} and nothing else of the library.
 */
package ehpc.local;
