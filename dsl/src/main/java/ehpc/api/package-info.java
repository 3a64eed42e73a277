/**
 * The service as data: the catalogue of all operations, requests checked against it, answers read by it, and the transport, an interface
 * with one method.
 *
 * <p>Start at {@link ehpc.api.Catalogue}. An operation creates a {@link ehpc.api.Request}; a {@link ehpc.api.Transport} sends it and
 * returns a {@link ehpc.api.Response} or throws an {@link ehpc.api.ApiException}. {@link ehpc.api.Pager} reads complete lists,
 * {@link ehpc.api.Retrying} repeats requests that cannot take effect twice, by the rules of {@link ehpc.api.Repeatability} and
 * {@link ehpc.api.RetryPolicy}, and keeps below the service's limit of calls by a {@link ehpc.api.RateGovernor}, and
 * {@link ehpc.api.help.OperationHelp} is an operation's help page. A new operation is a new JSON
 * resource, not new code. This package depends on no other package of the library except {@link ehpc.text}.
 */
package ehpc.api;
