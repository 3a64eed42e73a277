/**
 * The connection to the real service: a {@link ehpc.api.Transport} over Alibaba Cloud's SDK Core for Java. Start at
 * {@link ehpc.aliyun.AliyunTransport}.
 *
 * <p>This package isolates the SDK: no signature outside of it uses a type of the SDK or of its HTTP client, and neither is loaded before
 * the first request. SDK Core provides the generic RPC request, its signature and the credential providers. Three of its behaviors are
 * avoided:
 *
 * <ul>
 * <li>Its client queries a location service for the endpoint, starts from plain HTTP, and reads a table of all products when it is created.
 * Here the catalogue provides the endpoint, over HTTPS except on this machine.
 * <li>Its HTTP layer is shared by the entire program, with the settings of the first user, and closing it affects all. Here each transport
 * has its own pool, and sends nothing twice.
 * <li>With {@code DEBUG=sdk}, and the HTTP client at debug level, requests are logged with keys, tokens, signatures and commands. Here no
 * logging code sees a signed request. If a provider makes the SDK itself call the token service, that debug switch is turned off for the
 * entire program.
 * </ul>
 */
package ehpc.aliyun;
