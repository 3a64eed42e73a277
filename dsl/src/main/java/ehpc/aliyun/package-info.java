/**
 * The way to the real service: {@link ehpc.api.Transport} over Alibaba Cloud's SDK Core for Java. Start at
 * {@link ehpc.aliyun.AliyunTransport}.
 *
 * <p>This package is a wall: no type of the SDK, nor of the HTTP client it brings along, is in a signature outside of it, and
 * nothing of either is loaded before the first request. From SDK Core come the generic RPC request, its signature and the
 * credential providers. Three of its habits are kept out:
 *
 * <ul>
 *   <li>Its client asks a location service where the product lives, starts from plain HTTP, and reads a table of all products
 *       when it is made. Here the endpoint is from the catalogue, and HTTPS, but for this machine.
 *   <li>Its HTTP layer is one for the whole program, with the settings of whoever comes first, and closing it closes it for
 *       all. Here each transport has a pool of its own, and sends nothing twice.
 *   <li>With {@code DEBUG=sdk}, and the HTTP client at debug level, requests are logged with keys, tokens, signatures and
 *       commands. Here a signed request touches nothing that logs it. Where a provider makes the SDK itself speak to the token
 *       service, that switch of the SDK is turned off, for the whole program.
 * </ul>
 */
package ehpc.aliyun;
