/**
 * The service as data: the catalogue of every operation, requests checked against it, answers read by it, and the one-method transport to
 * the service.
 *
 * <p>Start at {@link ehpc.api.Catalogue}. An operation makes a {@link ehpc.api.Request}, a {@link ehpc.api.Transport} takes
 * it to the service and brings back a {@link ehpc.api.Response} or an {@link ehpc.api.ApiException}. {@link ehpc.api.Pager}
 * reads long lists whole, {@link ehpc.api.Retrying} repeats requests that cannot take effect twice, by the rules of
 * {@link ehpc.api.Repeatability} and {@link ehpc.api.RetryPolicy}, {@link ehpc.api.help.OperationHelp} prints an operation's page. A new operation is a new JSON resource, never new code. This package depends on nothing else of the
 * library.
 */
package ehpc.api;
